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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers as the gateway does on replicas; it knows one, {@code gpu-1:8000}, whose calls end as it is looked at. */
public final class FakeGateway implements AutoCloseable {
    public static final String TOKEN = "the-operators-token";
    private static final String REPLICA = "gpu-1:8000";

    private final HttpServer server;
    private final List<String> orders = new ArrayList<>();
    private final int endPerLook;
    private int inFlight;
    private String state = "ready";

    /** @param endPerLook how many calls end between two looks once it drains */
    public FakeGateway(int inFlight, int endPerLook) throws IOException {
        this.inFlight = inFlight;
        this.endPerLook = endPerLook;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/replicas", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/replicas");
    }

    public synchronized List<String> orders() {
        return List.copyOf(orders);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"detail\":\"not signed in\"}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, list());
        } else if (path.contains("/" + REPLICA + "/")) {
            orders.add(path.substring("/api/replicas/".length()));
            send(exchange, 202, "{}");
        } else {
            send(exchange, 404, "{\"detail\":\"no such replica; there are " + REPLICA + "\"}");
        }
    }

    /** The worker obeys one look after the order. */
    private String list() {
        var json = """
                [{"replica":"%s","state":"%s","breaker":"half_open","inFlight":%d,"cap":64,"p50Millis":950,"p95Millis":null,
                  "tokensPerSecond":59.6,"answered":97,"wasted":3,"serverWaiting":null,"simulated":true,"reports":[%s]}]
                """.formatted(
                        REPLICA,
                        state,
                        inFlight,
                        IntStream.range(0, 2)
                                .mapToObj(worker -> "{\"state\":\"" + state + "\"}")
                                .collect(Collectors.joining(",")));
        if (!orders.isEmpty() && orders.getLast().endsWith("drain")) {
            state = "draining";
            inFlight = Math.max(0, inFlight - endPerLook);
        }
        return json;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
