package dev.dictamen.simulator.replica;

import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.journal.JournalEntry;
import dev.dictamen.simulator.journal.JournalEntry.Outcome;
import dev.dictamen.simulator.protocol.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes one call into the journal, once, when it ends. */
public final class CallLog {
    private final Replica replica;
    private final RequestId id;
    private final Instant receivedAt;
    private final long priority;
    private final @Nullable Fault fault;
    private final @Nullable String obeyed;
    private @Nullable Instant startedAt;
    private boolean written;

    public CallLog(
            Replica replica,
            RequestId id,
            Instant receivedAt,
            long priority,
            @Nullable Fault fault,
            @Nullable String obeyed) {
        this.obeyed = obeyed;
        this.replica = replica;
        this.id = id;
        this.receivedAt = receivedAt;
        this.priority = priority;
        this.fault = fault;
    }

    void started() {
        startedAt = replica.clock().instant();
    }

    /** The answer that was due was given: the right one, or the fault's. */
    void played(int status) {
        ended(fault == null ? Outcome.COMPLETED : Outcome.FAULT, status);
    }

    public void ended(Outcome outcome, int status) {
        if (written) {
            return;
        }
        written = true;
        replica.journal()
                .add(new JournalEntry(
                        replica.port(),
                        id.text(),
                        id.evaluationId(),
                        id.attempt(),
                        priority,
                        receivedAt,
                        startedAt,
                        replica.clock().instant(),
                        outcome.wireName(),
                        fault == null ? null : fault.wireName(),
                        status,
                        obeyed));
    }
}
