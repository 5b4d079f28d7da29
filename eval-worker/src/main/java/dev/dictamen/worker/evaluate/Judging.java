package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.worker.judge.Lane;

/** The way to the outcome of a chat that there is something to judge in: by a model where one judges, else by rules. */
interface Judging {
    /** @throws InterruptedException when the caller is told to stop; there is no outcome then */
    Evaluation judge(Work work, Lane lane) throws InterruptedException;
}
