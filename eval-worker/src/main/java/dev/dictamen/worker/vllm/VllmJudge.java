package dev.dictamen.worker.vllm;

import dev.dictamen.worker.evaluate.Answer;
import dev.dictamen.worker.evaluate.Judge;
import dev.dictamen.worker.evaluate.Question;
import dev.dictamen.worker.evaluate.RefusedQuestionException;
import dev.dictamen.worker.vllm.CallOutcome.Trouble;
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
 * another replica; while none answers, the question waits. Only a question that breaks replicas which answer others, ten
 * times over, is given up.
 */
@Component
class VllmJudge implements Judge {
    private static final Logger LOG = LoggerFactory.getLogger(VllmJudge.class);
    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final int MOST_BREAKS_BY_ONE_CHAT = 10;
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
        int broken = 0;
        @Nullable String failed = null;
        for (int attempts = 1; ; attempts++) {
            var replica = pool.acquire(question.lane(), question.replica(), failed);
            boolean wasWell = pool.hasJustAnswered(replica);
            switch (call(replica, question, question.attempt() + attempts - 1)) {
                case CallOutcome.Answered answered -> {
                    return answer(answered, replica, attempts);
                }
                case CallOutcome.Refused refused ->
                    throw new RefusedQuestionException(refused.cause(), question.attempt() + attempts - 1);
                case CallOutcome.Retry retry -> broken += wasWell && retry.trouble() == Trouble.BROKEN ? 1 : 0;
            }
            if (broken >= MOST_BREAKS_BY_ONE_CHAT) {
                throw new RefusedQuestionException(
                        "no answer " + broken + " times from replicas that answer others",
                        question.attempt() + attempts - 1);
            }
            failed = replica.name();
            pause(attempts);
        }
    }

    @Override
    public Duration usualTime() {
        return Duration.ofSeconds(5);
    }

    /** One call; its permit is given back however it ends. */
    private CallOutcome call(Replica replica, Question question, int attempt) throws InterruptedException {
        @Nullable CallOutcome outcome = null;
        try {
            outcome = send(replica, question, attempt);
            return outcome;
        } finally {
            switch (outcome) {
                case CallOutcome.Answered answered ->
                    pool.releaseAnswered(replica, question.lane(), Answer.isSimulator(answered.fingerprint()));
                case CallOutcome.Retry retry -> {
                    LOG.debug("request={}/{} retry={}", question.evaluationId(), attempt, retry.cause());
                    pool.releaseFailed(replica, question.lane(), retry);
                }
                case CallOutcome.Refused refused -> pool.release(replica, question.lane());
                case null -> pool.release(replica, question.lane());
            }
        }
    }

    private CallOutcome send(Replica replica, Question question, int attempt) throws InterruptedException {
        var response = client.sendAsync(request(replica, question, attempt), BodyHandlers.ofString());
        try {
            return completions.outcome(response.get(properties.requestTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new CallOutcome.Retry(Trouble.BROKEN, "no answer within " + properties.requestTimeout());
        } catch (ExecutionException e) {
            return new CallOutcome.Retry(Trouble.UNREACHABLE, String.valueOf(e.getCause()));
        } finally {
            // closes the connection of a call that did not end, which aborts it at the server
            response.cancel(true);
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

    private static void pause(int failures) throws InterruptedException {
        long most = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(failures - 1, 6));
        Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }
}
