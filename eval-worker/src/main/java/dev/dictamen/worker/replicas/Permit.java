package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Lane;
import org.jspecify.annotations.Nullable;

/** The right to one call on one replica, until it is given back. Safe for all threads. */
public final class Permit {
    private final Replica replica;
    private final PermitRequest request;
    private final boolean wasWell;
    private final long beganNanos;
    private final double crowdAtBegin;
    private @Nullable Runnable onStop;
    private boolean stopped;

    Permit(Replica replica, PermitRequest request, boolean wasWell, long beganNanos, double crowdAtBegin) {
        this.replica = replica;
        this.request = request;
        this.wasWell = wasWell;
        this.beganNanos = beganNanos;
        this.crowdAtBegin = crowdAtBegin;
    }

    public Replica replica() {
        return replica;
    }

    Lane lane() {
        return request.lane();
    }

    long weight() {
        return request.weight();
    }

    /** Whether its replica had answered the last call that ended before this one began. */
    boolean wasWell() {
        return wasWell;
    }

    long beganNanos() {
        return beganNanos;
    }

    /** What its replica's {@link Crowd} came to when it began. */
    double crowdAtBegin() {
        return crowdAtBegin;
    }

    /** Says how to break the call off; at once, if it was to be broken off before. */
    public synchronized void onStop(Runnable action) {
        onStop = action;
        if (stopped) {
            action.run();
        }
    }

    public synchronized boolean isStopped() {
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
