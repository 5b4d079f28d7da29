package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Chats that close all the time, at a steady rate, and are sent to ingest-service as other programs send them. */
final class LiveFeed implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> settings;
    private final String prefix;
    private final AtomicInteger accepted = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private LiveFeed(Map<String, String> settings, String prefix) {
        this.settings = settings;
        this.prefix = prefix;
    }

    static LiveFeed start(RunningStack stack, String prefix, int perSecond) throws IOException {
        var feed = new LiveFeed(stack.settings(), prefix);
        feed.clock.scheduleAtFixedRate(feed::sendOne, 0, 1_000 / perSecond, TimeUnit.MILLISECONDS);
        return feed;
    }

    private void sendOne() {
        int number = accepted.get();
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + settings.get("INGEST_PORT") + "/v1/chats"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-ndjson")
                .header("X-Api-Key", settings.get("INGEST_API_KEY"))
                .POST(BodyPublishers.ofString(GeneratedChats.line(prefix, number)))
                .build();
        try {
            if (client.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                accepted.incrementAndGet();
            }
        } catch (IOException again) {
            // the same chat is sent at the next tick
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Chats that were accepted. */
    int accepted() {
        return accepted.get();
    }

    /** Sends nothing more. */
    @Override
    public void close() {
        clock.close();
        client.close();
    }
}
