package dev.dictamen.worker.vllm;

import dev.dictamen.worker.evaluate.Lane;
import org.jspecify.annotations.Nullable;

/** The right to one call on one replica, until it is given back. Safe for all threads. */
final class Permit {
    private final Replica replica;
    private final PermitRequest request;
    private final long beganNanos;
    private @Nullable Runnable onStop;
    private boolean stopped;

    Permit(Replica replica, PermitRequest request, long beganNanos) {
        this.replica = replica;
        this.request = request;
        this.beganNanos = beganNanos;
    }

    Replica replica() {
        return replica;
    }

    Lane lane() {
        return request.lane();
    }

    long weight() {
        return request.weight();
    }

    long beganNanos() {
        return beganNanos;
    }

    /** Says how to break the call off; at once, if it was to be broken off before. */
    synchronized void onStop(Runnable action) {
        onStop = action;
        if (stopped) {
            action.run();
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Breaks the call off: its replica finishes nothing. */
    synchronized void stop() {
        stopped = true;
        if (onStop != null) {
            onStop.run();
        }
    }
}
