package dev.dictamen.worker.replicas;

import dev.dictamen.worker.judge.Lane;
import org.jspecify.annotations.Nullable;

/** The right to one call on one replica, until it is given back. Safe for all threads. */
public final class Permit {
    private final Replica replica;
    private final PermitRequest request;
    private final Kind kind;
    private final long beganNanos;
    private final double crowdAtBegin;
    private @Nullable Runnable onStop;
    private boolean stopped;

    Permit(Replica replica, PermitRequest request, Kind kind, long beganNanos, double crowdAtBegin) {
        this.replica = replica;
        this.request = request;
        this.kind = kind;
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
        return kind.wasWell;
    }

    /**
     * Whether it is for the control question instead of the one that it was requested for: one that any replica answers, which shows
     * who is to blame for what failed before.
     */
    public boolean isControl() {
        return kind.isControl;
    }

    /** Whether what the call comes to may count against its question only. */
    boolean isOfASuspect() {
        return request.isSuspect() && !kind.isControl;
    }

    /** Whether a call for the same question failed before. */
    boolean hasFailedBefore() {
        return request.past() != PermitRequest.Past.CLEAN && !kind.isControl;
    }

    long beganNanos() {
        return beganNanos;
    }

    /** What was known when it began. */
    record Kind(boolean wasWell, boolean isControl) {}

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
