package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's REST, asked with the operator's token. */
final class GatewayApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;

    GatewayApi(RunningStack stack) throws IOException {
        this.address = stack.address() + "/api";
        this.token = stack.settings().getOrDefault("GATEWAY_OPERATOR_TOKEN", "");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(text(path));
    }

    /** What is not JSON. */
    String text(String path) throws IOException, InterruptedException {
        return done(send(request(path).GET())).body();
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return JSON.readTree(done(answer(path, body)).body());
    }

    /** Sends JSON lines as they stand. */
    JsonNode postLines(String path, String lines) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/x-ndjson");
        return JSON.readTree(
                done(send(request.POST(BodyPublishers.ofString(lines)))).body());
    }

    /** Whatever it answers, a refusal too. */
    HttpResponse<String> answer(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json");
        return send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s: %d %s".formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        client.close();
    }
}
