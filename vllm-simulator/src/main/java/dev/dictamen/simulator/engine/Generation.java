package dev.dictamen.simulator.engine;

import java.time.Duration;

/** One answer to be produced. Ends in exactly one of {@link #completed()} and {@link #aborted()}, or silently by a cancel. */
public interface Generation {
    /** Lower goes first under the priority policy; vLLM's default is 0. */
    long priority();

    /**
     * A slot is this generation's now.
     *
     * @param running generations in slots, this one included
     * @return how long the slot is kept
     */
    Duration started(int running);

    /** Tokens produced so far, while it has a slot. */
    int generatedTokens();

    void completed();

    /** The engine stops: what was not finished ends here, with whatever there is. */
    void aborted();
}
