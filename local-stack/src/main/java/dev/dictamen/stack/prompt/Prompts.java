package dev.dictamen.stack.prompt;

import dev.dictamen.stack.gateway.GatewayClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The gateway's prompt versions, as its API describes them. */
public final class Prompts {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final GatewayClient gateway;
    private final URI address;

    public Prompts(GatewayClient gateway, URI address) {
        this.gateway = gateway;
        this.address = address;
    }

    /** How live chats are asked now; empty before the first worker has said it. */
    public Optional<JsonNode> liveAsk() throws IOException, InterruptedException {
        return Optional.of(all().path("live").path("ask")).filter(JsonNode::isObject);
    }

    /** The parameters of the live version; empty where none is live. */
    ObjectNode liveParameters() throws IOException, InterruptedException {
        return all().path("versions")
                .valueStream()
                .filter(version -> version.path("live").asBoolean(false))
                .map(version -> version.path("parameters"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    JsonNode all() throws IOException, InterruptedException {
        return gateway.get(address);
    }

    JsonNode find(String version) throws IOException, InterruptedException {
        return gateway.get(URI.create(address + "/"
                + URLEncoder.encode(version, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    JsonNode add(JsonNode version) throws IOException, InterruptedException {
        return gateway.post(address, version);
    }

    /** Back to how live chats were asked before. */
    JsonNode previous() throws IOException, InterruptedException {
        return gateway.post(URI.create(address + "/live/previous"));
    }
}
