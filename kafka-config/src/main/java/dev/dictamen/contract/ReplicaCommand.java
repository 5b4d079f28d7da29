package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;

/**
 * A person's order about one model replica. The last one on a replica holds, restarts included; every worker obeys.
 *
 * @param replica host:port
 * @param action what to do
 * @param issuedBy who asked, for audit
 * @param issuedAt when, UTC
 */
public record ReplicaCommand(String replica, Action action, String issuedBy, Instant issuedAt) {
    /** What to do with a replica. */
    public enum Action {
        /** Let what is under way end and send nothing new. */
        @JsonProperty("drain")
        DRAIN,
        /** Send calls again. */
        @JsonProperty("resume")
        RESUME
    }

    public ReplicaCommand {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(issuedAt, "issuedAt");
    }
}
