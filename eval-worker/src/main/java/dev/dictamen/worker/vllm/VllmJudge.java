package dev.dictamen.worker.vllm;

import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.Completion;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.replicas.Ending;
import dev.dictamen.worker.replicas.PermitRequest;
import dev.dictamen.worker.replicas.ReplicaPool;
import dev.dictamen.worker.replicas.Trouble;
import dev.dictamen.worker.replicas.UsualTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The judge on vLLM replicas. A call that ends without an answer goes to another replica; while none answers, the question
 * waits. A refusal (HTTP 400) ends the question, unless the replica has refused the one before, too: then another is asked.
 * A question that breaks replicas which answer others, ten times over, is given up.
 */
class VllmJudge implements Judge {
    private static final Logger log = LoggerFactory.getLogger(VllmJudge.class);
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
    private final Clock clock;

    VllmJudge(ReplicaPool pool, CompletionClient client, UsualTime usualTime, VllmProperties properties, Clock clock) {
        this.pool = pool;
        this.client = client;
        this.usualTime = usualTime;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Duration usualTime() {
        return usualTime.now();
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        if (question.routing().lane() == Lane.BULK) {
            return askUntilAnswered(question);
        }
        var since = question.routing().timing().since();
        pool.liveChatWaits(since);
        try {
            return askUntilAnswered(question);
        } finally {
            pool.liveChatWaitsNoMore(since);
        }
    }

    private Answer askUntilAnswered(Question question) throws InterruptedException {
        int breaks = 0;
        var asked = client.asked(question);
        var avoided = question.routing().avoided();
        for (int calls = 1; ; calls++) {
            int attempt = question.attempt() + calls - 1;
            var name = question.evaluationId() + "/" + attempt;
            var ended = pool.call(
                    request(question, avoided), permit -> client.call(permit, name, asked, timeout(question)));
            avoided = ended.replica();
            switch (ended.ending()) {
                case Ending.Answered(Completion completion) -> {
                    return new Answer(completion, ended.replica(), calls);
                }
                case Ending.Refused(String cause)
                when ended.blamesQuestion() -> throw new RefusedQuestionException(cause, attempt);
                case Ending.Unserved(String cause) -> throw new RefusedQuestionException(cause, attempt);
                case Ending.Failed(Trouble trouble, String cause) -> {
                    log.debug("event=call-failed request={} trouble={} cause=\"{}\"", name, trouble, cause);
                    breaks += ended.blamesQuestion() ? 1 : 0;
                    giveUpAfter(breaks, attempt);
                    pause(calls, trouble);
                }
                case Ending.Refused other -> log.debug("event=refusal-not-believed replica={}", ended.replica());
                case Ending.Stopped stopped -> throw new InterruptedException("stopped");
            }
        }
    }

    private static PermitRequest request(Question question, @Nullable String avoided) {
        var routing = question.routing();
        long output = Math.min(EXPECTED_OUTPUT_TOKENS, question.sampling().maxTokens());
        long weight = question.wording().tokens() + OUTPUT_FACTOR * output;
        return new PermitRequest(routing.lane(), routing.timing().since(), weight, routing.preferred(), avoided);
    }

    /** What is left to the deadline, if an answer can be expected in it: a late answer is still wanted. */
    private Duration timeout(Question question) {
        var most = properties.requestTimeout();
        var deadline = question.routing().timing().deadline();
        if (deadline == null) {
            return most;
        }
        var left = Duration.between(clock.instant(), deadline);
        boolean isEnough = left.compareTo(SHORTEST_TIMEOUT) >= 0 && left.compareTo(usualTime.now()) >= 0;
        return isEnough && left.compareTo(most) < 0 ? left : most;
    }

    private static void giveUpAfter(int breaks, int attempt) {
        if (breaks >= MOST_BREAKS_BY_ONE_CHAT) {
            throw new RefusedQuestionException(
                    "no answer " + breaks + " times from replicas that answer others", attempt);
        }
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
