package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** ingest-service's HTTP, as other programs use it. */
final class IngestApi implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> settings;

    IngestApi(RunningStack stack) throws IOException {
        this.settings = stack.settings();
    }

    /** Sends lines of the import format; the answer's status. */
    int send(String... lines) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + settings.get("INGEST_PORT") + "/v1/chats"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-ndjson")
                .header("X-Api-Key", settings.get("INGEST_API_KEY"))
                .POST(BodyPublishers.ofString(String.join("\n", lines)))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        client.close();
    }
}
