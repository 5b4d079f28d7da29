package dev.dictamen.worker.vllm;

import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.replicas.JudgeMetrics;
import dev.dictamen.worker.replicas.JudgeMetrics.Ending;
import dev.dictamen.worker.replicas.Permit;
import dev.dictamen.worker.replicas.PermitRequest;
import dev.dictamen.worker.replicas.Replica;
import dev.dictamen.worker.replicas.ReplicaPool;
import dev.dictamen.worker.replicas.Trouble;
import dev.dictamen.worker.replicas.UsualTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The judge on vLLM replicas. A call that ends without an answer goes to another replica; while none answers, the question
 * waits. A refusal (HTTP 400) ends the question, unless the replica has refused the one before, too: then another is asked.
 * A question that breaks replicas which answer others, ten times over, is given up.
 */
@Component
class VllmJudge implements Judge {
    private static final Logger LOG = LoggerFactory.getLogger(VllmJudge.class);
    private static final int MOST_BREAKS_BY_ONE_CHAT = 10;
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);
    /** A generated token costs about as much as two tokens of the prompt. */
    private static final int OUTPUT_FACTOR = 2;

    private static final int EXPECTED_OUTPUT_TOKENS = 500;
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LAST_PAUSE_MS = 2_000;

    private final ReplicaPool pool;
    private final CompletionClient client;
    private final UsualTime usualTime;
    private final VllmProperties properties;
    private final JudgeMetrics metrics;
    private final Clock clock;

    VllmJudge(
            ReplicaPool pool,
            CompletionClient client,
            UsualTime usualTime,
            VllmProperties properties,
            JudgeMetrics metrics,
            Clock clock) {
        this.pool = pool;
        this.client = client;
        this.usualTime = usualTime;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Duration usualTime() {
        return usualTime.now();
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        if (question.lane() == Lane.BULK) {
            return askUntilAnswered(question);
        }
        pool.opened(question.timing().since());
        try {
            return askUntilAnswered(question);
        } finally {
            pool.closed(question.timing().since());
        }
    }

    private Answer askUntilAnswered(Question question) throws InterruptedException {
        int broken = 0;
        var failed = question.avoided();
        for (int attempts = 1; ; attempts++) {
            int attempt = question.attempt() + attempts - 1;
            var permit = pool.acquire(permitRequest(question, failed));
            boolean wasWell = pool.look(permit.replica()::hasJustAnswered);
            switch (call(permit, question, attempt)) {
                case CallOutcome.Answered answered -> {
                    return answer(answered, permit.replica(), attempts);
                }
                case CallOutcome.Refused refused -> {
                    if (pool.releaseRefused(permit, refused.cause())) {
                        throw new RefusedQuestionException(refused.cause(), attempt);
                    }
                }
                case CallOutcome.Retry retry -> {
                    broken += wasWell && isBreak(retry.trouble()) ? 1 : 0;
                    pause(attempts, retry.trouble());
                }
            }
            if (broken >= MOST_BREAKS_BY_ONE_CHAT) {
                throw new RefusedQuestionException(
                        "no answer " + broken + " times from replicas that answer others", attempt);
            }
            failed = permit.replica().name();
        }
    }

    private static PermitRequest permitRequest(Question question, @Nullable String avoided) {
        long output = Math.min(EXPECTED_OUTPUT_TOKENS, question.sampling().maxTokens());
        return new PermitRequest(
                question.lane(),
                question.timing().since(),
                question.promptTokens() + OUTPUT_FACTOR * output,
                question.replica(),
                avoided);
    }

    private static boolean isBreak(Trouble trouble) {
        return trouble == Trouble.BROKEN || trouble == Trouble.STALLED;
    }

    /** One call; its permit is given back however it ends. */
    private CallOutcome call(Permit permit, Question question, int attempt) throws InterruptedException {
        @Nullable CallOutcome outcome = null;
        try {
            outcome = client.call(permit, question, attempt, timeout(question));
            return outcome;
        } finally {
            switch (outcome) {
                case CallOutcome.Answered answered -> answered(permit, answered);
                case CallOutcome.Retry retry -> {
                    LOG.debug("request={}/{} retry={}", question.evaluationId(), attempt, retry.cause());
                    pool.releaseFailed(permit, retry.trouble(), retry.cause());
                    wasted(permit, Ending.RETRY);
                }
                case CallOutcome.Refused refused -> wasted(permit, Ending.REFUSED);
                case null -> {
                    pool.release(permit);
                    wasted(permit, Ending.CANCELLED);
                }
            }
        }
    }

    /** What is left to the deadline, if an answer can be expected in it: a late answer is still wanted. */
    private Duration timeout(Question question) {
        var most = properties.requestTimeout();
        var deadline = question.timing().deadline();
        if (deadline == null) {
            return most;
        }
        var left = Duration.between(clock.instant(), deadline);
        boolean isEnough = left.compareTo(SHORTEST_TIMEOUT) >= 0 && left.compareTo(usualTime.now()) >= 0;
        return isEnough && left.compareTo(most) < 0 ? left : most;
    }

    private void answered(Permit permit, CallOutcome.Answered answered) {
        long now = System.nanoTime();
        var took = Duration.ofNanos(now - permit.beganNanos());
        pool.releaseAnswered(permit, Answer.isSimulator(answered.fingerprint()));
        permit.replica().statistics().answered(took.toMillis(), answered.usage().tokensOut(), now);
        metrics.ended(permit.replica(), Ending.ANSWERED);
    }

    private void wasted(Permit permit, Ending ending) {
        permit.replica().statistics().wasted();
        metrics.ended(permit.replica(), ending);
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

    /** None where another replica can be asked at once, or only an idle connection was lost; else longer every time. */
    private void pause(int failures, Trouble trouble) throws InterruptedException {
        boolean atOnce =
                failures == 1 && (trouble == Trouble.RESET || pool.replicas().size() > 1);
        if (!atOnce) {
            long most = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(failures - 1, 6));
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        }
    }
}
