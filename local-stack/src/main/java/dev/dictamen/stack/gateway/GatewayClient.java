package dev.dictamen.stack.gateway;

import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Asks the gateway with the operator's token. Blocks until an answer begins: ten seconds at most, unless it is to be patient. */
public final class GatewayClient {
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

    public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(request(address, "application/json").build(), BodyHandlers.ofString());
    }

    /** What may be too large to be held; whoever asks closes the body. */
    public HttpResponse<InputStream> download(URI address) throws IOException, InterruptedException {
        return http.send(request(address, "*/*").build(), BodyHandlers.ofInputStream());
    }

    public HttpResponse<String> post(URI address) throws IOException, InterruptedException {
        var request = request(address, "application/json").POST(BodyPublishers.noBody());
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(URI address, JsonNode body) throws IOException, InterruptedException {
        return send(address, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** Sends JSON lines as they stand. */
    public HttpResponse<String> post(URI address, byte[] lines) throws IOException, InterruptedException {
        return send(address, "application/x-ndjson", BodyPublishers.ofByteArray(lines));
    }

    private HttpResponse<String> send(URI address, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        var request = request(address, "application/json")
                .header("Content-Type", type)
                .POST(body);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(URI address, String accepted) {
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .header("Accept", accepted);
    }
}
