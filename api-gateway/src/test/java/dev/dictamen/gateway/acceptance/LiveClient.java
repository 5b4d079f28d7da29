package dev.dictamen.gateway.acceptance;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A live socket that keeps every frame it got. */
final class LiveClient implements WebSocket.Listener {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int STILL_OPEN = -1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> socket;
    private volatile boolean isReading = true;
    private volatile String resumedFrom = "";

    LiveClient(HttpClient http, URI address, String token, String... headers) {
        var builder = http.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        if (!token.isEmpty()) {
            builder.subprotocols("dictamen.v1", "bearer." + token);
        }
        socket = builder.buildAsync(address, this);
    }

    /** The HTTP status of a refused handshake; 101 when it was accepted. */
    int handshake() {
        try {
            socket.join();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    String subprotocol() {
        return socket.join().getSubprotocol();
    }

    void send(String frame) {
        socket.join().sendText(frame, true).join();
    }

    void resume(String cursor) {
        resumedFrom = cursor;
        send("{\"type\":\"resume\",\"cursor\":\"" + cursor + "\"}");
    }

    JsonNode awaitFrame(String type) {
        await().atMost(PATIENCE).until(() -> frames.stream().anyMatch(frame -> isA(frame, type)));
        return frames.stream().filter(frame -> isA(frame, type)).findFirst().orElseThrow();
    }

    boolean hasFrame(String type) {
        return frames.stream().anyMatch(frame -> isA(frame, type));
    }

    private static boolean isA(JsonNode frame, String type) {
        return type.equals(frame.path("type").asString());
    }

    /** The items of all batches so far, in order. */
    List<JsonNode> items() {
        var items = new ArrayList<JsonNode>();
        frames.stream()
                .filter(frame -> isA(frame, "evaluations"))
                .forEach(frame -> frame.path("items").forEach(items::add));
        return items;
    }

    List<String> chatIds() {
        return items().stream().map(item -> item.path("chatId").asString()).toList();
    }

    /** Where a resume goes on: after the newest batch or beat, else where this socket itself resumed, else its hello. */
    String cursor() {
        return frames.stream()
                .filter(frame -> !isA(frame, "hello"))
                .map(frame -> frame.path("cursor").asString(""))
                .filter(cursor -> !cursor.isEmpty())
                .reduce((first, second) -> second)
                .orElseGet(() -> resumedFrom.isEmpty()
                        ? awaitFrame("hello").path("cursor").asString()
                        : resumedFrom);
    }

    List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    int awaitClose() {
        await().atMost(Duration.ofSeconds(60)).until(closed::isDone);
        return closed.join();
    }

    int closeCode() {
        return closed.getNow(STILL_OPEN);
    }

    /** Cuts the line without a word. */
    void cut() {
        socket.join().abort();
    }

    /** Takes nothing more from the line until {@link #read()}. */
    void stopReading() {
        isReading = false;
    }

    void read() {
        isReading = true;
        socket.join().request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        if (isReading) {
            from.request(1);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }
}
