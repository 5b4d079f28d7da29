package dev.dictamen.stack.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as ingest-service does; it rejects lines that hold the word {@code broken}. */
public final class FakeIngest implements AutoCloseable {
    private final HttpServer server;
    private final List<String> accepted = new ArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private int mostLines = Integer.MAX_VALUE;
    private int refusal = 503;

    public FakeIngest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chats", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chats");
    }

    /** The next {@code count} requests are answered with this status. */
    public void refuse(int count, int status) {
        refusal = status;
        refusals.set(count);
    }

    /** Bodies with more lines are answered 413. */
    public void takeAtMost(int lines) {
        mostLines = lines;
    }

    public synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, refusal, "");
        } else if (lines.size() > mostLines) {
            send(exchange, 413, "");
        } else {
            send(exchange, 200, take(lines));
        }
    }

    private String take(List<String> lines) {
        var rejected = new ArrayList<String>();
        int taken = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("broken")) {
                rejected.add("{\"line\":%d,\"chatId\":null,\"reason\":\"broken\"}".formatted(i + 1));
            } else {
                accepted.add(lines.get(i));
                taken++;
            }
        }
        return "{\"accepted\":%d,\"rejected\":[%s]}".formatted(taken, String.join(",", rejected));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
