package dev.dictamen.gateway.testing;

import dev.dictamen.kafka.ContractJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One browser tab's socket, as the dashboard uses it. */
public class Tab implements WebSocket.Listener {
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    /** Opens a socket; fails with the handshake's failure where it is refused. */
    public static CompletableFuture<Tab> open(int port, @Nullable String token, String origin) {
        var tab = new Tab();
        var builder = HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", origin);
        if (token == null) {
            builder.subprotocols("dictamen.v1");
        } else {
            builder.subprotocols("dictamen.v1", "bearer." + token);
        }
        return builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/live"), tab)
                .thenApply(socket -> {
                    tab.socket = socket;
                    return tab;
                });
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(ContractJson.mapper().readTree(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    /** The code of the close, once it came. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    /** Frames of one type so far. */
    public List<JsonNode> frames(String type) {
        return frames.stream()
                .filter(frame -> frame.get("type").asString().equals(type))
                .toList();
    }

    /** Ids of the chats that came, in order. */
    public List<String> chatIds() {
        List<String> ids = new ArrayList<>();
        frames("evaluations")
                .forEach(frame -> frame.get("items")
                        .forEach(item -> ids.add(item.get("chatId").asString())));
        return ids;
    }

    public String subprotocol() {
        return opened().getSubprotocol();
    }

    public void send(String text) {
        opened().sendText(text, true).join();
    }

    /** The line is cut, without a word. */
    public void cut() {
        opened().abort();
    }

    private WebSocket opened() {
        if (socket == null) {
            throw new IllegalStateException("not open");
        }
        return socket;
    }
}
