package dev.dictamen.worker.replicas;

import org.jspecify.annotations.Nullable;

/**
 * What a server says of its load, of all its clients; null for what it does not say.
 *
 * @param running calls that it works on
 * @param waiting calls in its own queue
 * @param cacheUsage how full its key-value cache is, 0 to 1
 * @param generatedTokens tokens since it started
 */
public record Load(
        @Nullable Integer running,
        @Nullable Integer waiting,
        @Nullable Double cacheUsage,
        @Nullable Long generatedTokens) {
    public static final Load UNKNOWN = new Load(null, null, null, null);

    private static final double QUEUE_FACTOR = 6.0;
    private static final double ROOMY_CACHE = 0.5;

    /** Calls that it runs or queues. */
    int calls() {
        return (running == null ? 0 : running) + queue();
    }

    int queue() {
        return waiting == null ? 0 : waiting;
    }

    /** How many calls more its queue is worth: the fuller its cache, the slower the queue moves. */
    double queuePenalty() {
        double full = cacheUsage == null ? 0 : Math.max(0, cacheUsage - ROOMY_CACHE);
        return queue() * QUEUE_FACTOR * full;
    }
}
