package dev.dictamen.stack.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers as the gateway does on replicas; it knows one, {@code gpu-1:8000}, whose calls end as it is looked at. */
public final class FakeGateway extends FakeServer {
    public static final String TOKEN = "the-operators-token";
    private static final String REPLICA = "gpu-1:8000";

    private final List<String> orders = new ArrayList<>();
    private final int endPerLook;
    private int inFlight;
    private String state = "ready";

    /** @param endPerLook how many calls end between two looks once it drains */
    public FakeGateway(int inFlight, int endPerLook) throws IOException {
        super("/api/replicas");
        this.inFlight = inFlight;
        this.endPerLook = endPerLook;
    }

    public synchronized List<String> orders() {
        return List.copyOf(orders);
    }

    @Override
    synchronized Answer answer(HttpExchange request) {
        var path = request.getRequestURI().getPath();
        if (!("Bearer " + TOKEN).equals(request.getRequestHeaders().getFirst("Authorization"))) {
            return new Answer(401, "{\"detail\":\"not signed in\"}");
        }
        if (request.getRequestMethod().equals("GET")) {
            return new Answer(200, list());
        }
        if (path.contains("/" + REPLICA + "/")) {
            orders.add(path.substring("/api/replicas/".length()));
            return new Answer(202, "{}");
        }
        return new Answer(404, "{\"detail\":\"no such replica; there are " + REPLICA + "\"}");
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
}
