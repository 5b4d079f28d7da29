package dev.dictamen.bench.rig;

import java.time.Duration;

/** Sends at a steady rate: what is late is sent at once, so that a slow moment lowers no rate. */
public final class SteadyRate {
    private SteadyRate() {}

    /** What is sent each time. */
    public interface Sending {
        void one() throws Exception;
    }

    /** Returns when all are sent. */
    public static void send(int many, int perSecond, Sending sending) throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < many; i++) {
            long due = begun + i * 1_000_000_000L / perSecond;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            sending.one();
        }
    }
}
