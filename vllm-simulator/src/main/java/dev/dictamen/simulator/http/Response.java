package dev.dictamen.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole HTTP answer; the body is sent as UTF-8. */
public record Response(int status, String contentType, String body, Map<String, String> headers) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Response json(int status, JsonNode body) {
        return text(status, "application/json", JSON.writeValueAsString(body));
    }

    public static Response text(int status, String contentType, String body) {
        return new Response(status, contentType, body, Map.of());
    }

    /** A status without a body, as {@code /health} answers. */
    public static Response empty(int status) {
        return new Response(status, "", "", Map.of());
    }

    /** What a proxy answers that has lost its server: no JSON at all. */
    public static Response garbage() {
        return text(200, "text/html", "<html><body><h1>It works!</h1>\u0000\u0007\ufffd{]</body></html>");
    }

    /** The same with one header more. */
    public Response with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, more);
    }
}
