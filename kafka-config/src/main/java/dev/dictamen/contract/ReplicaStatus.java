package dev.dictamen.contract;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one worker sees of one model replica, reported every few seconds.
 *
 * @param replica host:port
 * @param worker the reporting worker's id
 * @param state whether calls go there
 * @param breaker what its circuit breaker does
 * @param inFlight calls of this worker under way
 * @param cap most calls of this worker at once, as things are now; lower while it starts or is overloaded
 * @param pace how it has answered this worker lately
 * @param bulk what bulk work finds there; null from older workers
 * @param simulated whether the replica says that it is a simulator
 * @param setupFault what is wrong with how the replica is set up, as every call of late showed; null while nothing is, and from older
 *     workers
 * @param reportedAt when, UTC; a status older than a few reports means that the worker is gone
 */
public record ReplicaStatus(
        String replica,
        String worker,
        State state,
        Breaker breaker,
        int inFlight,
        int cap,
        Pace pace,
        @Nullable Bulk bulk,
        boolean simulated,
        @Nullable SetupFault setupFault,
        Instant reportedAt)
        implements Event {
    /** Whether calls go to a replica. */
    public enum State implements Word {
        READY,
        /** Back after an absence: its cap still grows. */
        STARTING,
        /** Taken out by a person: what is under way ends, nothing new goes there. */
        DRAINING,
        /** Takes calls and finishes none, whatever its health says. */
        STALLED,
        UNREACHABLE
    }

    /** What a circuit breaker does. */
    public enum Breaker implements Word {
        CLOSED,
        /** No call goes through. */
        OPEN,
        /** One call at a time goes through as a probe. */
        HALF_OPEN
    }

    /** What every call to a replica ends with while a setting of its server is wrong. */
    public enum SetupFault implements Word {
        /** The verdict stands in the reasoning instead of the content: {@code --reasoning-parser}, {@code enable_in_reasoning}. */
        ANSWER_ELSEWHERE,
        /** There is no content at all: {@code --reasoning-parser}, or the reasoning uses up every token. */
        NO_CONTENT,
        /** The reasoning stands in the content: no {@code --reasoning-parser}. */
        REASONING_IN_CONTENT,
        /** The content holds no object: the schema is not enforced, {@code --structured-outputs-config.backend}. */
        NO_OBJECT,
        /** What answers with HTTP 200 sends no completion: it is no model server. */
        NO_COMPLETION,
        /** HTTP 401 or 403: {@code --api-key}. */
        WRONG_KEY,
        /** HTTP 404: {@code --served-model-name}. */
        WRONG_MODEL
    }

    /**
     * How a replica has answered lately, over about a minute.
     *
     * @param p50Millis median time of an answered call, null where none was answered
     * @param p95Millis its 95th percentile, null where none was answered
     * @param tokensPerSecond generated tokens
     * @param answered calls answered since the worker started
     * @param wasted calls since the worker started that ended without an answer worth reading, cancelled ones included
     * @param serverWaiting calls in the replica's own queue, of all clients, null where it does not say
     */
    public record Pace(
            @Nullable Long p50Millis,
            @Nullable Long p95Millis,
            double tokensPerSecond,
            long answered,
            long wasted,
            @Nullable Integer serverWaiting) {
        /** Nothing was seen yet. */
        public static final Pace NONE = new Pace(null, null, 0, 0, 0, null);
    }

    /**
     * What bulk work finds on a replica.
     *
     * @param cap most bulk calls of this worker at once, as things are now
     * @param paused whether bulk waits, on all replicas, for a live chat that has waited too long
     * @param serviceTime how long a call takes, by the load; null until one was answered
     */
    public record Bulk(int cap, boolean paused, @Nullable ServiceTime serviceTime) {}

    /**
     * How long a call took lately: the line through its mean.
     *
     * @param meanMillis mean time of an answered call
     * @param meanBeside mean number of calls that ran beside it
     * @param millisPerCall by how much each more makes it longer; 0 while the load hardly varied
     */
    public record ServiceTime(double meanMillis, double meanBeside, double millisPerCall) {
        /** Milliseconds that a call is expected to take beside so many others. */
        public double beside(double others) {
            return Math.max(1, meanMillis + millisPerCall * (others - meanBeside));
        }
    }

    public ReplicaStatus {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reportedAt, "reportedAt");
        breaker = breaker == null ? Breaker.CLOSED : breaker;
        pace = pace == null ? Pace.NONE : pace;
    }

    @Override
    public String key() {
        return worker + "|" + replica;
    }

    @Override
    public String id() {
        return key() + "/" + reportedAt.toEpochMilli();
    }
}
