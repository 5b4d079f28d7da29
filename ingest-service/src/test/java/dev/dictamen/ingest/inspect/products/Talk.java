package dev.dictamen.ingest.inspect.products;

import dev.dictamen.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One invented conversation.
 *
 * @param number from 1
 * @param customer number of who asks; some come again
 * @param agent number of who answers, 1 to {@link Talks#AGENTS}
 * @param closedAt null while it goes on
 */
public record Talk(
        int number,
        int customer,
        int agent,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Said> lines) {
    public Talk {
        lines = List.copyOf(lines);
    }

    /** One message. */
    public record Said(Role role, String text, Instant at) {}

    boolean isClosed() {
        return closedAt != null;
    }

    /** When it changed last. */
    Instant changedAt() {
        return closedAt == null ? lines.getLast().at() : closedAt;
    }

    String customerName() {
        return "Cliente " + Integer.toString(customer, 36).toUpperCase(Locale.ROOT);
    }

    String agentName() {
        return Talks.NAMES.get(agent - 1);
    }
}
