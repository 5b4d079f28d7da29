package dev.dictamen.worker.vllm;

import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.replicas.Ending;
import dev.dictamen.worker.replicas.Permit;
import dev.dictamen.worker.replicas.Replica;
import dev.dictamen.worker.replicas.Trouble;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One HTTP call to one replica, over HTTP/1.1 (an h2c upgrade would lose the body). Safe for all threads. */
class CompletionClient {
    private static final String COMPLETIONS = "/v1/chat/completions";
    /** No answer within its tokens is longer; one without end is broken off there. */
    private static final long MOST_BYTES = 2_000_000;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private final ChatCompletions completions;
    private final VllmProperties properties;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    CompletionClient(ChatCompletions completions, VllmProperties properties) {
        this.completions = completions;
        this.properties = properties;
    }

    /** A question and what is sent to ask it. */
    record Asked(Question question, BodyPublisher body) {}

    /** What is sent to ask this question, whichever replica is asked: made before a permit is held. */
    Asked asked(Question question) {
        return new Asked(question, BodyPublishers.ofByteArray(completions.requestBody(question)));
    }

    /**
     * Asks it, by the body that was made of it, and waits for the call's end; one that does not end in time, or whose permit is stopped, is aborted at the server.
     *
     * @param name of the request, as the server's log shows it
     */
    Ending call(Permit permit, String name, Asked asked, Duration timeout) throws InterruptedException {
        var hasBegun = new AtomicBoolean();
        BodyHandler<String> body = head -> {
            hasBegun.set(true);
            return BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES).apply(head);
        };
        var response = client.sendAsync(request(permit.replica(), name, asked.body()), body);
        permit.onStop(() -> response.cancel(true));
        try {
            return completions.ending(asked.question(), response.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Ending.Failed(troubleAfter(timeout), "no answer within " + timeout);
        } catch (CancellationException | ExecutionException e) {
            return permit.isStopped()
                    ? new Ending.Failed(Trouble.STALLED, "the replica finishes nothing")
                    : new Ending.Failed(troubleOf(e.getCause(), hasBegun.get()), String.valueOf(e.getCause()));
        } finally {
            // closes the connection of a call that did not end, which aborts it at the server
            response.cancel(true);
        }
    }

    /** A replica is to blame only for the time that it had. */
    private Trouble troubleAfter(Duration timeout) {
        return timeout.multipliedBy(2).compareTo(properties.requestTimeout()) < 0 ? Trouble.LATE : Trouble.BROKEN;
    }

    private static Trouble troubleOf(@Nullable Throwable failure, boolean hasBegun) {
        boolean neverConnected = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        if (neverConnected) {
            return Trouble.UNREACHABLE;
        }
        return hasBegun ? Trouble.CUT : Trouble.RESET;
    }

    private HttpRequest request(Replica replica, String name, BodyPublisher content) {
        var request = HttpRequest.newBuilder(replica.resolve(COMPLETIONS))
                .header("Content-Type", "application/json")
                .header("X-Request-Id", name)
                .POST(content);
        if (!properties.apiKey().isBlank()) {
            request.header("Authorization", "Bearer " + properties.apiKey());
        }
        return request.build();
    }
}
