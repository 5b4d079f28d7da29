package dev.dictamen.worker.vllm;

import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.Completion;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.replicas.Ending;
import dev.dictamen.worker.replicas.Permit;
import dev.dictamen.worker.replicas.ReplicaPool;
import dev.dictamen.worker.replicas.Trouble;
import dev.dictamen.worker.replicas.UsualTime;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The judge on vLLM replicas. A call that ends without an answer goes to another replica; while none answers, the question
 * waits. A refusal (HTTP 400) ends the question, unless the replica has refused the one before, too: then another is asked.
 * Who is to blame for a failure, the question or the replica, is found out by {@link ControlQuestion}; a question that breaks
 * replicas which answer others is given up ({@link Tries}).
 */
class VllmJudge implements Judge {
    private static final Logger log = LoggerFactory.getLogger(VllmJudge.class);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);

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
        var tries = new Tries(question, pool.replicas().size());
        var asked = client.asked(question);
        while (true) {
            var ended = pool.call(tries.request(), permit -> call(permit, tries, asked));
            switch (ended.ending()) {
                case Ending.Answered(Completion completion)
                when !ended.isControl() -> {
                    return new Answer(completion, ended.replica(), tries.calls());
                }
                case Ending.Answered control -> log.debug("event=control-answered replica={}", ended.replica());
                case Ending.Refused(String cause)
                when ended.blamesQuestion() -> throw new RefusedQuestionException(cause, tries.attempt());
                case Ending.Unserved(String cause) -> throw new RefusedQuestionException(cause, tries.attempt());
                case Ending.Failed(Trouble trouble, String cause) -> {
                    log.debug("event=call-failed replica={} trouble={} cause=\"{}\"", ended.replica(), trouble, cause);
                    tries.failed(ended, trouble, cause);
                    tries.pause();
                }
                case Ending.Refused other -> {
                    log.debug("event=refusal-not-believed replica={}", ended.replica());
                    tries.refused(ended);
                    tries.pause();
                }
                case Ending.Stopped stopped -> throw new InterruptedException("stopped");
            }
        }
    }

    private Ending call(Permit permit, Tries tries, CompletionClient.Asked asked) throws InterruptedException {
        var question = asked.question();
        var put = permit.isControl() ? ControlQuestion.of(question) : tries.put();
        var sent = put.equals(question) ? asked : client.asked(put);
        return client.call(permit, tries.name(permit.isControl()), sent, timeout(question));
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
}
