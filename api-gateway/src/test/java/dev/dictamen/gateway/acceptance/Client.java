package dev.dictamen.gateway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's part: it signs in, keeps the access token and the refresh cookie, and asks. */
final class Client {
    static final String COOKIE = "__Secure-dictamen_rt";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Gateway gateway;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";
    private String cookie = "";

    Client(Gateway gateway) {
        this.gateway = gateway;
    }

    /** An answer: status, headers, and its body both as text and, where it is JSON, as a tree. */
    record Answer(int status, Map<String, List<String>> headers, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String header(String name) {
            return String.join(
                    " | ",
                    headers.entrySet().stream()
                            .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                            .flatMap(entry -> entry.getValue().stream())
                            .toList());
        }
    }

    Answer login(String username, String password) {
        var answer =
                post("/api/auth/login", JSON.writeValueAsString(Map.of("username", username, "password", password)));
        return remember(answer);
    }

    Client signedIn(String username) {
        var answer = login(username, Gateway.PASSWORD);
        if (answer.status() != 200) {
            throw new IllegalStateException("cannot sign in " + username + ": " + answer);
        }
        return this;
    }

    Answer refresh() {
        return refreshWith(cookie);
    }

    Answer refreshWith(String value) {
        return remember(send(request("/api/auth/refresh")
                .header("X-Dictamen", "1")
                .header("Cookie", COOKIE + "=" + value)
                .POST(HttpRequest.BodyPublishers.noBody())));
    }

    /** Keeps the tokens of a sign-in or of its renewal. */
    Answer remember(Answer answer) {
        if (answer.status() == 200) {
            token = answer.json().path("accessToken").asString();
            cookie = answer.header("Set-Cookie").replaceFirst("^[^=]*=", "").replaceFirst(";.*", "");
        }
        return answer;
    }

    String token() {
        return token;
    }

    String cookie() {
        return cookie;
    }

    Answer get(String path) {
        return getWith(path, token);
    }

    Answer getWith(String path, @Nullable String bearer) {
        var request = request(path);
        if (bearer != null && !bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return send(request.GET());
    }

    /** Goes to an address as a person does who types it into a browser. */
    Answer visit(String path) {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .GET());
    }

    Answer post(String path, String body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("X-Dictamen", "1")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A request to be completed by the test. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.at(path));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer getManagement(String path) {
        return send(HttpRequest.newBuilder(gateway.managementAt(path)).GET());
    }

    /** A live socket of this client's. */
    LiveClient live(String... headers) {
        URI address = gateway.at("/ws/live");
        return new LiveClient(http, URI.create("ws" + address.toString().substring(4)), token, headers);
    }

    List<String> chatIds(String path) {
        var ids = new ArrayList<String>();
        get(path)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("chatId").asString()));
        return ids;
    }
}
