package dev.dictamen.ingest.read;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Subject;
import dev.dictamen.ingest.found.ClosingTime;
import dev.dictamen.ingest.mapping.Fact;
import dev.dictamen.ingest.mapping.SourceMapping;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a chat together from its row and its transcript. */
final class ChatAssembler {
    /** Attribute of a chat that nobody closed: how it came to count as closed. */
    static final String CLOSED_BY = "closed_by";
    /** Attribute of a chat that is skipped: what exactly was beyond a bound. */
    static final String SKIP_DETAIL = "skip_detail";

    private final SourceMapping mapping;
    private final TimeReader times;
    private final Clock clock;

    ChatAssembler(SourceMapping mapping, TimeReader times, Clock clock) {
        this.mapping = mapping;
        this.times = times;
        this.clock = clock;
    }

    /** A chat that its row calls closed. */
    ReadChat assemble(Wanted wanted, Row row, Transcript transcript) {
        return assemble(wanted, row, transcript, closing(wanted, row, transcript), null);
    }

    /** A chat that counts as closed since its last message, if that is old enough. */
    ReadChat assembleIdle(Wanted wanted, Row row, Transcript transcript) {
        var last = transcript.lastSentAt() == null ? openedAt(row) : transcript.lastSentAt();
        if (last == null || wanted.idleBefore() == null || !last.isBefore(wanted.idleBefore())) {
            return new ReadChat.Open(wanted.key());
        }
        return assemble(wanted, row, transcript, new Closing(last, ClosingTime.STATED), "idle");
    }

    private ReadChat assemble(
            Wanted wanted, Row row, Transcript transcript, Closing closing, @Nullable String closedBy) {
        if (transcript.isIgnored()) {
            return new ReadChat.Ignored();
        }
        var chat = mapping.chat();
        var closed = new ClosedChat(
                wanted.key(),
                ClosedChat.UNASSIGNED,
                mapping.name(),
                subject(row, transcript),
                row.text(chat.customerRef()),
                openedAt(row),
                closing.at(),
                clock.instant(),
                transcript.messages(),
                attributes(closedBy, row, transcript),
                transcript.tooLarge() == null ? null : SkipReason.TOO_LARGE);
        return new ReadChat.Publishable(closed, closing.worth());
    }

    private Subject subject(Row row, Transcript transcript) {
        var chat = mapping.chat();
        var agentId = row.text(chat.agentId());
        var stated = row.text(chat.agentName());
        var agentName = stated == null && agentId != null ? transcript.agentName() : stated;
        return new Subject(
                agentId, agentName, row.text(chat.team()), row.text(chat.channel()), row.text(chat.language()));
    }

    private @Nullable Instant openedAt(Row row) {
        var column = mapping.chat().openedAt();
        return column == null ? null : times.read(row.value(column));
    }

    private record Closing(@Nullable Instant at, ClosingTime worth) {}

    private Closing closing(Wanted wanted, Row row, Transcript transcript) {
        var chat = mapping.chat();
        if (chat.closedAt() != null) {
            var stated = times.read(row.value(chat.closedAt()));
            return new Closing(stated == null ? transcript.lastSentAt() : stated, ClosingTime.STATED);
        }
        if (wanted.closedAt() != null) {
            return new Closing(wanted.closedAt(), ClosingTime.STATED);
        }
        var newest = chat.changedAt().stream()
                .map(column -> times.read(row.value(column)))
                .filter(time -> time != null)
                .map(Instant.class::cast)
                .max(Instant::compareTo);
        return new Closing(newest.orElse(null), ClosingTime.ESTIMATED);
    }

    private Map<String, String> attributes(@Nullable String closedBy, Row row, Transcript transcript) {
        Map<String, String> attributes = new HashMap<>();
        mapping.chat().attributes().forEach((name, fact) -> put(attributes, name, row.text(fact)));
        put(attributes, CLOSED_BY, closedBy);
        put(attributes, SKIP_DETAIL, transcript.tooLarge());
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    /** A chat that was seen closed and is gone: all that is known of it is that. */
    ReadChat vanished(Wanted wanted) {
        return new ReadChat.Publishable(
                new ClosedChat(
                        wanted.key(),
                        ClosedChat.UNASSIGNED,
                        mapping.name(),
                        new Subject(null, null, null, fixed(mapping.chat().channel()), null),
                        null,
                        null,
                        wanted.closedAt(),
                        clock.instant(),
                        List.of(),
                        Map.of(),
                        SkipReason.VANISHED),
                ClosingTime.STATED);
    }

    /** A chat of which reading fails for good: all that its row tells, where there is one that can be read, and why. */
    ReadChat unreadable(Wanted wanted, @Nullable Row row, Throwable cause) {
        var reason = Trouble.isSize(cause) ? SkipReason.TOO_LARGE : SkipReason.UNREADABLE;
        var nothing = new Transcript();
        var closing = row == null ? new Closing(wanted.closedAt(), ClosingTime.STATED) : closing(wanted, row, nothing);
        return new ReadChat.Publishable(
                new ClosedChat(
                        wanted.key(),
                        ClosedChat.UNASSIGNED,
                        mapping.name(),
                        row == null
                                ? new Subject(
                                        null, null, null, fixed(mapping.chat().channel()), null)
                                : subject(row, nothing),
                        null,
                        row == null ? null : openedAt(row),
                        closing.at(),
                        clock.instant(),
                        List.of(),
                        Map.of(SKIP_DETAIL, Trouble.textOf(cause)),
                        reason),
                closing.worth());
    }

    private static @Nullable String fixed(@Nullable Fact fact) {
        return fact == null ? null : fact.constant();
    }
}
