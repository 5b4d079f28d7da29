package dev.dictamen.gateway.testing;

import dev.dictamen.kafka.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The dashboard's side of REST: it signs in, keeps its cookie and sends its token. */
public class Browser {
    public static final String ORIGIN = "https://dictamen.example.net";
    public static final String ADMIN = "ana";
    public static final String PASSWORD = "correct horse battery";
    public static final String OPERATOR_TOKEN = "an-operator-token-of-the-tests";

    private static final Map<String, String> ADMIN_TOKENS = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    /** @param port the gateway's */
    public Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** An answer with its body as JSON, where it has one. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        /** The refresh cookie that it sets. */
        public String refreshCookie() {
            return raw.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public Answer login(String username, String password) {
        return post("/api/auth/login", Map.of("username", username, "password", password), null, null);
    }

    /** An access token of the admin; the same one for all tests of a gateway, since sign-ins are limited. */
    public String adminToken() {
        return ADMIN_TOKENS.computeIfAbsent(
                address, key -> login(ADMIN, PASSWORD).body().get("accessToken").asString());
    }

    public Answer get(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    public Answer post(String path, @Nullable Object body, @Nullable String token, @Nullable String cookie) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("X-Dictamen", "1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body == null ? "" : ContractJson.mapper().writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return send(request.build());
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(), ContractJson.mapper().readTree(isJson ? response.body() : "{}"), response);
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
