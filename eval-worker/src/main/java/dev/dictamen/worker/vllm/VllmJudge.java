package dev.dictamen.worker.vllm;

import dev.dictamen.worker.evaluate.Answer;
import dev.dictamen.worker.evaluate.Judge;
import dev.dictamen.worker.evaluate.Question;
import dev.dictamen.worker.evaluate.RefusedQuestionException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The judge on vLLM replicas over HTTP/1.1 (an h2c upgrade would lose the body). A call that ends without an answer goes to
 * another replica; while none answers, the question waits.
 */
@Component
class VllmJudge implements Judge {
    private static final Logger LOG = LoggerFactory.getLogger(VllmJudge.class);
    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final int MOST_FAILURES_OF_ONE_CHAT = 5;
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LAST_PAUSE_MS = 2_000;

    private final ReplicaPool pool;
    private final ChatCompletions completions;
    private final VllmProperties properties;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    VllmJudge(ReplicaPool pool, ChatCompletions completions, VllmProperties properties) {
        this.pool = pool;
        this.completions = completions;
        this.properties = properties;
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        int blamed = 0;
        for (int attempt = question.attempt(); ; attempt++) {
            var replica = pool.acquire(question.lane(), question.replica());
            boolean wasWell = pool.hasJustAnswered(replica);
            var outcome = call(replica, question, attempt);
            switch (outcome) {
                case CallOutcome.Answered answered -> {
                    return answer(answered, replica, attempt - question.attempt() + 1);
                }
                case CallOutcome.Refused refused -> throw new RefusedQuestionException(refused.cause());
                case CallOutcome.Retry retry -> {
                    blamed += wasWell ? 1 : 0;
                    LOG.info(
                            "attempt={}/{} replica={} retry={}",
                            question.evaluationId(),
                            attempt,
                            replica.name(),
                            retry.cause());
                }
            }
            if (blamed >= MOST_FAILURES_OF_ONE_CHAT) {
                throw new RefusedQuestionException(blamed + " replicas that answer others failed on this chat");
            }
            pause(attempt - question.attempt());
        }
    }

    private CallOutcome call(Replica replica, Question question, int attempt) throws InterruptedException {
        CallOutcome outcome;
        try {
            outcome = send(replica, question, attempt);
        } catch (InterruptedException e) {
            pool.release(replica, question.lane());
            throw e;
        }
        switch (outcome) {
            case CallOutcome.Answered answered ->
                pool.releaseAnswered(replica, question.lane(), simulated(answered.fingerprint()));
            case CallOutcome.Refused refused -> pool.release(replica, question.lane());
            case CallOutcome.Retry retry -> pool.releaseFailed(replica, question.lane());
        }
        return outcome;
    }

    private CallOutcome send(Replica replica, Question question, int attempt) throws InterruptedException {
        var response = client.sendAsync(request(replica, question, attempt), BodyHandlers.ofString());
        try {
            return completions.outcome(response.get(properties.requestTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            response.cancel(true);
            return new CallOutcome.Retry("no answer within " + properties.requestTimeout());
        } catch (InterruptedException e) {
            response.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            return new CallOutcome.Retry(String.valueOf(e.getCause()));
        }
    }

    private HttpRequest request(Replica replica, Question question, int attempt) {
        var request = HttpRequest.newBuilder(replica.resolve(COMPLETIONS))
                .header("Content-Type", "application/json")
                .header("X-Request-Id", question.evaluationId() + "/" + attempt)
                .POST(BodyPublishers.ofString(completions.requestBody(question)));
        if (!properties.apiKey().isBlank()) {
            request.header("Authorization", "Bearer " + properties.apiKey());
        }
        return request.build();
    }

    private static Answer answer(CallOutcome.Answered answered, Replica replica, int attempts) {
        return new Answer(
                answered.content(),
                answered.finishReason(),
                answered.model(),
                replica.name(),
                answered.fingerprint(),
                answered.usage(),
                attempts);
    }

    private static boolean simulated(@Nullable String fingerprint) {
        return fingerprint != null && fingerprint.startsWith(Answer.SIMULATOR);
    }

    private static void pause(int failures) throws InterruptedException {
        long most = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(failures, 6));
        Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }
}
