package dev.dictamen.stack.gateway;

import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the gateway with the operator's token. Blocks until an answer begins: ten seconds at most, unless it is to be patient.
 * What the gateway does not do is a {@link RefusedException}.
 */
public final class GatewayClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(3);

    private final String token;
    private final Duration patience;
    private final HttpClient http;

    private GatewayClient(String token, Duration patience, HttpClient http) {
        this.token = token;
        this.patience = patience;
        this.http = http;
    }

    public GatewayClient(String token) {
        this(
                token,
                SHORT,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(SHORT)
                        .build());
    }

    /** With the token that the stack at this home made for itself. */
    static GatewayClient of(Home home) throws IOException {
        return new GatewayClient(new EnvFile(home.secretsFile()).read().getOrDefault(Secrets.OPERATOR_TOKEN, ""));
    }

    /** The same for what takes the gateway minutes: large files, questions over many chats. */
    public GatewayClient patient() {
        return new GatewayClient(token, LONG, http);
    }

    public JsonNode get(URI address) throws IOException, InterruptedException {
        return read(request(address, "application/json"));
    }

    public JsonNode post(URI address) throws IOException, InterruptedException {
        return read(request(address, "application/json").POST(BodyPublishers.noBody()));
    }

    public JsonNode post(URI address, JsonNode body) throws IOException, InterruptedException {
        return post(address, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** Sends JSON lines as they stand. */
    public JsonNode post(URI address, byte[] lines) throws IOException, InterruptedException {
        return post(address, "application/x-ndjson", BodyPublishers.ofByteArray(lines));
    }

    /** What may be too large to be held; whoever asks closes it. */
    public InputStream download(URI address) throws IOException, InterruptedException {
        var answer = http.send(request(address, "*/*").build(), BodyHandlers.ofInputStream());
        if (isDone(answer)) {
            return answer.body();
        }
        try (var problem = answer.body()) {
            throw RefusedException.of(answer.statusCode(), new String(problem.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private JsonNode post(URI address, String type, BodyPublisher body) throws IOException, InterruptedException {
        return read(request(address, "application/json")
                .header("Content-Type", type)
                .POST(body));
    }

    private JsonNode read(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (!isDone(answer)) {
            throw RefusedException.of(answer.statusCode(), answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            throw RefusedException.of(answer.statusCode(), "");
        }
    }

    private static boolean isDone(HttpResponse<?> answer) {
        return answer.statusCode() / 100 == 2;
    }

    private HttpRequest.Builder request(URI address, String accepted) {
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .header("Accept", accepted);
    }
}
