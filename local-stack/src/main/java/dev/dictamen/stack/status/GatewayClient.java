package dev.dictamen.stack.status;

import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the gateway with the operator's token. Blocks for at most ten seconds. */
final class GatewayClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    GatewayClient(String token) {
        this.token = token;
    }

    /** With the token that the stack at this home made for itself. */
    static GatewayClient of(Home home) throws IOException {
        return new GatewayClient(new EnvFile(home.secretsFile()).read().getOrDefault(Secrets.OPERATOR_TOKEN, ""));
    }

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(request(address).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(URI address) throws IOException, InterruptedException {
        return http.send(request(address).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }
}
