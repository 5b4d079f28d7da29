package dev.dictamen.contract;

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
public record ReplicaCommand(String replica, Action action, String issuedBy, Instant issuedAt) implements Event {
    /** What to do with a replica. */
    public enum Action implements Word {
        /** Let what is under way end and send nothing new. */
        DRAIN,
        /** Send calls again. */
        RESUME
    }

    public ReplicaCommand {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(issuedAt, "issuedAt");
    }

    @Override
    public String key() {
        return replica;
    }

    @Override
    public String id() {
        return replica + "/" + issuedAt.toEpochMilli();
    }
}
