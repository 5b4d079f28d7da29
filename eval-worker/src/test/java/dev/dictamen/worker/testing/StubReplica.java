package dev.dictamen.worker.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** A model server that answers what a test tells it to, at the pace that the test allows. */
public final class StubReplica implements AutoCloseable {
    /** A verdict that obeys every rule for {@link Conversations#polite}. */
    public static final String GOOD = "{\"reason\": \"El agente resolvió la duda del cliente.\", \"improvement\":"
            + " \"Puede confirmar si queda algo pendiente.\", \"key_messages\": [1], \"score\": \"good\"}";

    /** Instead of a status: the connection is closed before the first byte of an answer. */
    public static final int HANGS_UP = -1;

    private static final int OK = 200;

    /** Values of X-Request-Id, in the order of arrival. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    private final Semaphore permits = new Semaphore(1_000_000);
    private final HttpServer server;
    private volatile UnaryOperator<String> answer = body -> GOOD;
    private volatile ToIntFunction<String> status = body -> OK;
    private volatile String finishReason = "stop";
    private volatile String metrics = "";
    private volatile boolean resetsOnce;
    private volatile String instead = "";

    private StubReplica(HttpServer server) {
        this.server = server;
    }

    public static StubReplica start() throws IOException {
        return start(0);
    }

    /** On a given port: the replica that was stopped comes back. */
    public static StubReplica start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var replica = new StubReplica(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", replica::complete);
        server.createContext("/health", exchange -> reply(exchange, 200, ""));
        server.createContext("/metrics", replica::tellMetrics);
        server.start();
        return replica;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** What to answer, from the request's body. */
    public StubReplica answering(UnaryOperator<String> byBody) {
        answer = byBody;
        return this;
    }

    public StubReplica failingWith(int httpStatus) {
        return failingFor("", httpStatus);
    }

    /** Answers requests that contain this text with a status, or not at all ({@link #HANGS_UP}), and all others well. */
    public StubReplica failingFor(String text, int httpStatus) {
        return failingWhen(body -> body.contains(text), httpStatus);
    }

    /** The same for requests of which this holds. */
    public StubReplica failingWhen(Predicate<String> holds, int httpStatus) {
        status = body -> holds.test(body) ? httpStatus : OK;
        return this;
    }

    /** What it answers with instead of a completion. */
    public StubReplica sending(String json) {
        instead = json;
        return this;
    }

    public StubReplica finishingWith(String reason) {
        finishReason = reason;
        return this;
    }

    /** What it says of its load, in Prometheus' text format; by default it has no metrics. */
    public StubReplica metrics(String text) {
        metrics = text;
        return this;
    }

    /** Breaks the connection of the next call before the first byte of an answer. */
    public StubReplica resettingOnce() {
        resetsOnce = true;
        return this;
    }

    /** From now on every call waits until it is let through. */
    public void hold() {
        permits.drainPermits();
    }

    public void let(int calls) {
        permits.release(calls);
    }

    private void complete(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestHeaders().getFirst("X-Request-Id"));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (resetsOnce) {
            resetsOnce = false;
            exchange.close();
            return;
        }
        permits.acquireUninterruptibly();
        int told = status.applyAsInt(body);
        if (told == HANGS_UP) {
            exchange.close();
        } else {
            reply(exchange, told, told == OK ? completion(answer.apply(body)) : "{\"error\": \"told to\"}");
        }
    }

    private void tellMetrics(HttpExchange exchange) throws IOException {
        reply(exchange, metrics.isEmpty() ? 404 : 200, metrics);
    }

    private String completion(String content) {
        return !instead.isEmpty()
                ? instead
                : """
                {"model": "stub", "system_fingerprint": "vllm-simulator-stub",
                 "choices": [{"message": {"content": %s}, "finish_reason": "%s"}],
                 "usage": {"prompt_tokens": 10, "completion_tokens": 5}}""".formatted(JsonMapper.shared().writeValueAsString(content), finishReason);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        permits.release(10_000);
        server.stop(0);
    }
}
