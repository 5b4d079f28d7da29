package dev.dictamen.stack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closes a sample chat every couple of seconds, each time under a new id. It holds still while the pause file is there; when
 * ingest-service is away, the same chat is closed again later, as of then.
 */
public final class DemoFeed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoFeed.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CALL = Duration.ofSeconds(20);

    private final List<DemoChat> chats;
    private final URI ingest;
    private final String apiKey;
    private final Path pauseFile;
    private final String series = "demo-" + Long.toString(Instant.now().getEpochSecond(), 36) + "-";
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo").factory());
    private int sent;

    public DemoFeed(URI ingest, String apiKey, Path pauseFile) throws IOException {
        this.chats = DemoChats.read();
        this.ingest = ingest;
        this.apiKey = apiKey;
        this.pauseFile = pauseFile;
    }

    public void start(Duration every) {
        clock.scheduleWithFixedDelay(this::closeNext, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void closeNext() {
        if (Files.exists(pauseFile)) {
            return;
        }
        try {
            int status = send(chats.get(sent % chats.size()).closedAt(Instant.now(), series + (sent + 1)));
            if (status < 500) {
                sent++;
            }
            if (status != 200) {
                log.warn("demo-chat-refused status={}", status);
            }
        } catch (IOException away) {
            log.info("demo-chat-waits reason={}", away.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int send(Object chat) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(ingest)
                .timeout(CALL)
                .header("Content-Type", "application/json")
                .header("X-Api-Key", apiKey)
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(chat)))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
