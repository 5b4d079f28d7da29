package dev.dictamen.simulator.api;

import dev.dictamen.simulator.http.Response;
import dev.dictamen.simulator.options.Flag;
import dev.dictamen.simulator.options.SimulatorVersion;
import dev.dictamen.simulator.protocol.Errors;
import dev.dictamen.simulator.protocol.Tokens;
import dev.dictamen.simulator.replica.Replica;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What can be asked about a replica: health, models, version, load, metrics. */
final class StateEndpoint {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Replica replica;
    private final long startedAt;

    StateEndpoint(Replica replica) {
        this.replica = replica;
        startedAt = replica.clock().instant().getEpochSecond();
    }

    /** 200 without a body, also while a call hangs. */
    Response health() {
        return Response.empty(replica.options().isOn(Flag.HEALTHY) ? 200 : 503);
    }

    Response models() {
        var body = JSON.createObjectNode().put("object", "list");
        body.putArray("data")
                .addObject()
                .put("id", replica.model())
                .put("object", "model")
                .put("created", startedAt)
                .put("owned_by", "vllm")
                .put("root", replica.model())
                .putNull("parent")
                .put("max_model_len", replica.options().integer(Flag.MAX_MODEL_LEN))
                .putArray("permission");
        return Response.json(200, body);
    }

    /** How many tokens a prompt or messages have; the ids are made up. */
    Response tokenize(String body) {
        try {
            var json = JSON.readTree(body);
            var text = json.has("prompt")
                    ? json.path("prompt").asString("")
                    : json.path("messages")
                            .valueStream()
                            .map(message -> message.path("content").asString(""))
                            .collect(Collectors.joining("\n"));
            int count = Tokens.of(text);
            var answer = JSON.createObjectNode()
                    .put("count", count)
                    .put("max_model_len", replica.options().integer(Flag.MAX_MODEL_LEN));
            var tokens = answer.putArray("tokens");
            IntStream.range(0, count).forEach(tokens::add);
            return Response.json(200, answer.putNull("token_strs"));
        } catch (JacksonException e) {
            return Errors.badRequest("[{'type': 'json_invalid', 'loc': ('body',), 'msg': 'JSON decode error'}]", null);
        }
    }

    Response version() {
        return Response.json(200, JSON.createObjectNode().put("version", SimulatorVersion.vllm()));
    }

    Response load() {
        int calls = replica.engine().running() + replica.engine().waiting();
        boolean counted = replica.options().isOn(Flag.ENABLE_SERVER_LOAD_TRACKING);
        return Response.json(200, JSON.createObjectNode().put("server_load", counted ? calls : 0));
    }

    Response metrics() {
        return Response.text(200, METRICS_TYPE, replica.metrics().text(replica.engine()));
    }
}
