package dev.dictamen.stack.importing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends batches to ingest-service and waits for it when it is away: a batch is repeated until it was answered, which is
 * harmless, since the same chat goes no further than the gate. Used by many threads.
 */
final class IngestClient {
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 3000;

    private final Endpoint endpoint;
    private final String apiKey;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    IngestClient(Endpoint endpoint, String apiKey, Duration patience) {
        this.endpoint = endpoint;
        this.apiKey = apiKey;
        this.patience = patience;
    }

    /** Where ingest-service listens now; nothing while it is away. */
    @FunctionalInterface
    interface Endpoint {
        Optional<URI> find() throws IOException;
    }

    /** @throws ImportFailedException when it stays away longer than the patience, or refuses the key */
    BatchResult send(Batch batch) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long pauseMs = FIRST_PAUSE_MS;
        while (true) {
            var answer = trySend(batch.body());
            if (answer.isPresent()) {
                return read(batch, answer.get());
            }
            if (System.nanoTime() > deadline) {
                throw new ImportFailedException("ingest-service has not answered for %d s; see its log under logs/"
                        .formatted(patience.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(pauseMs);
            pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
        }
    }

    /** The answer, or nothing when the same request may succeed later. */
    private Optional<HttpResponse<byte[]>> trySend(byte[] body) throws InterruptedException {
        try {
            var uri = endpoint.find();
            if (uri.isEmpty()) {
                return Optional.empty();
            }
            var response = client.send(request(uri.get(), body), BodyHandlers.ofByteArray());
            boolean later = response.statusCode() >= 500 || response.statusCode() == 429;
            return later ? Optional.empty() : Optional.of(response);
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    private HttpRequest request(URI uri, byte[] body) {
        return HttpRequest.newBuilder(uri)
                .timeout(CALL)
                .header("Content-Type", "application/x-ndjson")
                .header("X-Api-Key", apiKey)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private BatchResult read(Batch batch, HttpResponse<byte[]> response) throws InterruptedException {
        return switch (response.statusCode()) {
            case 200 -> IngestAnswer.read(response.body()).of(batch);
            case 413 -> halve(batch);
            case 401, 403 ->
                throw new ImportFailedException(
                        "ingest-service refused the key of secrets.env; stop the stack and start it again");
            default ->
                throw new ImportFailedException("ingest-service answered %d to lines %d to %d"
                        .formatted(
                                response.statusCode(),
                                batch.numberAt(1),
                                batch.numberAt(batch.lines().size())));
        };
    }

    private BatchResult halve(Batch batch) throws InterruptedException {
        int count = batch.lines().size();
        if (count == 1) {
            var refused = batch.at(1).refused(null, "the line is larger than ingest-service takes");
            return new BatchResult(0, List.of(refused), UnreadTimes.NONE);
        }
        var first = send(new Batch(batch.lines().subList(0, count / 2)));
        var second = send(new Batch(batch.lines().subList(count / 2, count)));
        var rejected = new ArrayList<>(first.rejected());
        rejected.addAll(second.rejected());
        return new BatchResult(
                first.accepted() + second.accepted(), rejected, first.times().and(second.times()));
    }
}
