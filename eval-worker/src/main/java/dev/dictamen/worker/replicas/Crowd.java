package dev.dictamen.worker.replicas;

/** How many calls run on a replica, added up over time, so that their mean over any span is known. Guarded by its pool's lock. */
final class Crowd {
    private double running;
    private double callNanos;
    private long sinceNanos = System.nanoTime();

    /** From now on so many calls run. */
    void is(double calls, long nowNanos) {
        callNanos = upTo(nowNanos);
        sinceNanos = nowNanos;
        running = calls;
    }

    /** Calls times nanoseconds, since the beginning. */
    double upTo(long nowNanos) {
        return callNanos + running * (nowNanos - sinceNanos);
    }
}
