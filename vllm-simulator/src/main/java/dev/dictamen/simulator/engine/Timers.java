package dev.dictamen.simulator.engine;

import java.time.Duration;

/** Runs tasks later, on the engine's own thread. */
@FunctionalInterface
public interface Timers {
    Cancellation after(Duration delay, Runnable task);

    /** Takes a task back; without effect once the task has run. */
    @FunctionalInterface
    interface Cancellation {
        void cancel();
    }
}
