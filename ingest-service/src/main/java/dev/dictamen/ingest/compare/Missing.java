package dev.dictamen.ingest.compare;

import dev.dictamen.ingest.gate.GateMemory.Known;
import dev.dictamen.ingest.gate.GateMemory.Look;
import dev.dictamen.ingest.read.ClosedRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which closed chats were not published as their rows have them. A row that was read because of that and is still the same is
 * not asked again: it may be one that the mapping leaves out by its messages. For one thread.
 */
final class Missing {
    private static final int MOST_REMEMBERED = 200_000;

    private final Map<String, Instant> read = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** How sure it is that a chat was not published. */
    enum Finding {
        PUBLISHED,
        /** It may have been: its row says that it changed since, or another instance would know. */
        DOUBTFUL,
        NOT_PUBLISHED
    }

    Finding of(ClosedRow row, Look gate) {
        var at = timeOf(row);
        if (at.equals(read.get(row.key()))) {
            return Finding.PUBLISHED;
        }
        return switch (gate.at(row.key())) {
            case Known.NotPassed() -> Finding.NOT_PUBLISHED;
            case Known.Elsewhere() -> Finding.DOUBTFUL;
            case Known.Passed(var closedAt) -> passed(row, Optional.ofNullable(closedAt));
        };
    }

    private static Finding passed(ClosedRow row, Optional<Instant> passedAt) {
        var stated = row.closedAt();
        if (stated != null) {
            return passedAt.isEmpty() || passedAt.get().isBefore(stated) ? Finding.NOT_PUBLISHED : Finding.PUBLISHED;
        }
        var changed = row.changedAt();
        boolean isOlder =
                changed != null && passedAt.isPresent() && passedAt.get().isBefore(changed);
        return isOlder ? Finding.DOUBTFUL : Finding.PUBLISHED;
    }

    /** The chat was read as its row is now. */
    void wasRead(ClosedRow row) {
        read.put(row.key(), timeOf(row));
    }

    private static Instant timeOf(ClosedRow row) {
        return Optional.ofNullable(row.at()).orElse(Instant.EPOCH);
    }
}
