package dev.dictamen.e2e.pipeline;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Replays of a stack, ordered by REST as the dashboard orders them. */
record Replays(GatewayApi gateway) {
    private static final Duration COUNTED = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Every closing of the chats that {@code selection} names, in compare mode; its id, once it is quoted. */
    String order(Map<String, ?> selection, Map<String, ?> ask) throws IOException, InterruptedException {
        return order(selection, ask, Map.of());
    }

    /** @param more fields of the order */
    String order(Map<String, ?> selection, Map<String, ?> ask, Map<String, ?> more)
            throws IOException, InterruptedException {
        var every = new HashMap<String, Object>(selection);
        every.put("everyClosing", true);
        var wish = new HashMap<String, Object>(more);
        wish.put("selection", every);
        wish.put("ask", ask);
        wish.put("mode", "compare");
        var id = gateway.post("/replays", wish).get("id").asString();
        await(id + " is counted").atMost(COUNTED).pollInterval(LOOK).until(() -> isIn("quoted", id));
        return id;
    }

    /** Agrees to what was quoted. */
    void start(String id) throws IOException, InterruptedException {
        tell(id, "start", Map.of("confirmedTotal", quote(id).get("willRun").asLong()));
    }

    /** @param order pause, resume, cancel or start */
    void tell(String id, String order, Map<String, ?> body) throws IOException, InterruptedException {
        gateway.post("/replays/" + id + "/" + order, body);
    }

    JsonNode quote(String id) throws IOException, InterruptedException {
        return show(id).get("quote");
    }

    JsonNode show(String id) throws IOException, InterruptedException {
        return gateway.get("/replays/" + id);
    }

    boolean isIn(String state, String id) throws IOException, InterruptedException {
        return show(id).get("state").asString().equals(state);
    }

    long done(String id) throws IOException, InterruptedException {
        return show(id).get("done").asLong();
    }

    /** The replay as it is shown when it has come to this state. */
    JsonNode awaitState(String id, String state, Duration patience) throws IOException, InterruptedException {
        await(id + " is " + state).atMost(patience).pollInterval(LOOK).until(() -> isIn(state, id));
        return show(id);
    }

    JsonNode comparison(String id) throws IOException, InterruptedException {
        return gateway.get("/replays/" + id + "/comparison");
    }
}
