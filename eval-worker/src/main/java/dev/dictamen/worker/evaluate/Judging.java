package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.worker.judge.Lane;

/** The way to the outcome of a chat that there is something to judge in: by a model where one judges, else by rules. */
interface Judging {
    /**
     * Waits until all is there that a chat of this run needs; called first.
     *
     * @throws InterruptedException when the caller is told to stop
     */
    default void awaitReady(Run run) throws InterruptedException {}

    /** Does all that is work on the chat's text, without waiting for anybody. */
    Rest read(Work work, Lane lane);

    /** What is left then, and may wait. */
    interface Rest {
        /** @throws InterruptedException when the caller is told to stop; there is no outcome then */
        Evaluation outcome() throws InterruptedException;
    }
}
