package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;

/**
 * What one worker sees of one model replica, reported every few seconds.
 *
 * @param replica host:port
 * @param worker the reporting worker's id
 * @param state whether calls go there
 * @param inFlight calls of this worker under way
 * @param cap most calls of this worker at once
 * @param simulated whether the replica says that it is a simulator
 * @param reportedAt when, UTC; a status older than a few reports means that the worker is gone
 */
public record ReplicaStatus(
        String replica, String worker, State state, int inFlight, int cap, boolean simulated, Instant reportedAt) {
    /** Whether calls go to a replica. */
    public enum State {
        @JsonProperty("ready")
        READY,
        @JsonProperty("unreachable")
        UNREACHABLE
    }

    public ReplicaStatus {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reportedAt, "reportedAt");
    }
}
