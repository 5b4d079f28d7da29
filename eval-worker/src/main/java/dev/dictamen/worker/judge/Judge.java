package dev.dictamen.worker.judge;

import java.time.Duration;

/** Whoever gives opinions. Implementations choose replicas and retry; callers read and check what was answered. */
public interface Judge {
    /**
     * Asks once and waits for the answer; waits, for as long as it takes, while no replica answers.
     *
     * @throws RefusedQuestionException when the server refuses the question itself: asking again would not help
     * @throws InterruptedException when the caller is told to stop; the call is aborted at the server
     */
    Answer ask(Question question) throws InterruptedException;

    /** How long an answer takes, at most, as a rule: the 95th percentile of recent answers, zero while that is not known. */
    default Duration usualTime() {
        return Duration.ZERO;
    }
}
