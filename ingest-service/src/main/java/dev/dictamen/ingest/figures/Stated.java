package dev.dictamen.ingest.figures;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.found.StatedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a chat's source says of it. Null is not known.
 *
 * @param csat 1 to 5
 * @param turns messages
 * @param durationSeconds from first message to last: as stated, else by the messages' times
 * @param context in lower case, its first {@link #LONGEST_CONTEXT} characters
 */
record Stated(
        @Nullable Double csat,
        @Nullable Boolean resolved,
        @Nullable Double turns,
        @Nullable Double durationSeconds,
        @Nullable String context,
        @Nullable String intent) {
    private static final int LONGEST_CONTEXT = 60;
    private static final double MILLIS = 1000;

    static Stated by(ClosedChat chat) {
        var attributes = chat.attributes();
        var duration = StatedFact.DURATION_SEC.numberIn(attributes);
        return new Stated(
                StatedFact.CSAT.numberIn(attributes),
                StatedFact.RESOLVED.in(attributes).map(Boolean::valueOf).orElse(null),
                chat.skipReason() == null ? (double) chat.messages().size() : null,
                duration == null ? secondsOfMessages(chat) : duration,
                StatedFact.CONTEXT.in(attributes).map(Stated::asContext).orElse(null),
                StatedFact.INTENT.in(attributes).map(String::strip).orElse(null));
    }

    /** 1 where it was not resolved, 0 where it was. */
    @Nullable
    Double unresolved() {
        return resolved == null ? null : resolved ? 0.0 : 1.0;
    }

    private static @Nullable Double secondsOfMessages(ClosedChat chat) {
        var times = chat.messages().stream()
                .map(message -> message.sentAt())
                .filter(Objects::nonNull)
                .map(Instant.class::cast)
                .sorted()
                .toList();
        return times.size() < 2
                ? null
                : Duration.between(times.getFirst(), times.getLast()).toMillis() / MILLIS;
    }

    private static String asContext(String stated) {
        String text = stated.strip().toLowerCase(Locale.ROOT);
        return text.codePointCount(0, text.length()) <= LONGEST_CONTEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_CONTEXT));
    }
}
