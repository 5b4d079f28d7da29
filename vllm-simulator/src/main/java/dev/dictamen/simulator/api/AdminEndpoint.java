package dev.dictamen.simulator.api;

import dev.dictamen.simulator.http.Response;
import dev.dictamen.simulator.options.Flag;
import dev.dictamen.simulator.protocol.Errors;
import dev.dictamen.simulator.replica.Replica;
import java.util.ArrayList;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /admin/config} and {@code /admin/journal}: what vLLM does not have. */
final class AdminEndpoint {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Replica replica;

    AdminEndpoint(Replica replica) {
        this.replica = replica;
    }

    Response config() {
        var body = JSON.createObjectNode();
        for (var flag : Flag.values()) {
            if (flag != Flag.API_KEY) {
                body.put(flag.flagName(), replica.options().get(flag));
            }
        }
        return Response.json(200, body);
    }

    /** Changes the flags in a JSON object; all of them or, where one is wrong, none. */
    Response configure(String body) {
        try {
            replica.reconfigure(replica.options().withChanged(flags(JSON.readTree(body))));
            return config();
        } catch (JacksonException | IllegalArgumentException e) {
            return Errors.badRequest(String.valueOf(e.getMessage()), null);
        }
    }

    Response journal() {
        return Response.text(200, "application/x-ndjson", replica.journal().asNdjson());
    }

    Response forgetJournal() {
        replica.journal().clear();
        return Response.empty(204);
    }

    private static String[] flags(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("expected a JSON object of flags");
        }
        var flags = new ArrayList<String>();
        json.propertyStream().forEach(property -> {
            flags.add("--" + property.getKey() + "=" + text(property.getValue()));
        });
        return flags.toArray(String[]::new);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString();
    }
}
