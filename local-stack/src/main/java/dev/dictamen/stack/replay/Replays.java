package dev.dictamen.stack.replay;

import dev.dictamen.stack.gateway.GatewayClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** The gateway's replays, as its API describes them. */
final class Replays {
    private final GatewayClient gateway;
    private final URI address;

    Replays(GatewayClient gateway, URI address) {
        this.gateway = gateway;
        this.address = address;
    }

    JsonNode all() throws IOException, InterruptedException {
        return gateway.get(address);
    }

    JsonNode find(String id) throws IOException, InterruptedException {
        return gateway.get(at(id));
    }

    /** The new replay; its quote is counted from now on. */
    JsonNode create(JsonNode order) throws IOException, InterruptedException {
        return gateway.patient().post(address, order);
    }

    /** @param order a word of the API: pause, resume, cancel */
    JsonNode order(String id, String order) throws IOException, InterruptedException {
        return gateway.post(at(id, order));
    }

    JsonNode order(String id, String order, JsonNode details) throws IOException, InterruptedException {
        return gateway.post(at(id, order), details);
    }

    /** The chats that a file of JSON lines names. */
    JsonNode chatIds(byte[] lines) throws IOException, InterruptedException {
        return gateway.patient().post(URI.create(address + "/chat-ids"), lines);
    }

    /** @param with the other run: live, or a replay */
    JsonNode comparison(String id, String with) throws IOException, InterruptedException {
        return gateway.patient().get(URI.create(at(id, "comparison") + "?with=" + encoded(with)));
    }

    /** Whoever asks closes it. */
    InputStream export(String id, String with, String format) throws IOException, InterruptedException {
        var query = "?format=%s&with=%s".formatted(encoded(format), encoded(with));
        return gateway.patient().download(URI.create(at(id, "export") + query));
    }

    private URI at(String... segments) {
        var path = new StringBuilder(address.toString());
        for (var segment : segments) {
            path.append('/').append(encoded(segment));
        }
        return URI.create(path.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
