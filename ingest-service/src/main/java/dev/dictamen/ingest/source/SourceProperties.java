package dev.dictamen.ingest.source;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.validation.annotation.Validated;

/**
 * The chat database that is followed.
 *
 * @param url its JDBC address; empty where no database is followed
 * @param mapping a preset's name, or the path of a YAML file
 * @param since closing time from which history is wanted: an instant, or a span back from now such as 90d; empty for none
 * @param serverId this reader's number among the replicas of the server, unique there
 * @param quiet a changed chat is read when nothing of it has changed for this long
 * @param chatsPerSecond most chats read in a second
 * @param idleCloseAfter an open chat without a message for this long counts as closed; null turns that off
 */
@Validated
@ConfigurationProperties("source")
public record SourceProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String mapping,
        @DefaultValue("") String since,
        @DefaultValue("584301") @Min(1) @Max(4_294_967_295L) long serverId,
        @DefaultValue("1s") @NotNull Duration quiet,
        @DefaultValue("200") @Min(1) @Max(100_000) int chatsPerSecond,
        @Nullable Duration idleCloseAfter) {
    private static final Duration LEAST_QUIET = Duration.ofMillis(100);

    public SourceProperties {
        if (quiet != null && quiet.compareTo(LEAST_QUIET) < 0) {
            throw new IllegalArgumentException("SOURCE_QUIET is " + quiet.toMillis()
                    + " ms, but a commit may be announced before it can be read: at least 100ms");
        }
        if (!url.isEmpty() && mapping.isEmpty()) {
            throw new IllegalArgumentException(
                    "SOURCE_URL is set, but SOURCE_MAPPING is empty: give a preset's name or the path of a mapping");
        }
        sinceOf(since, Instant.EPOCH);
    }

    /** The closing time from which history is wanted; null where none is. */
    public @Nullable Instant since(Instant now) {
        return sinceOf(since, now);
    }

    private static @Nullable Instant sinceOf(String since, Instant now) {
        return since.isEmpty() ? null : timeOf("SOURCE_SINCE", since, now);
    }

    /** A time as people write it: an instant, or a span back from now; {@code name} is what to call it when it is neither. */
    public static Instant timeOf(String name, String written, Instant now) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException noInstant) {
            try {
                return now.minus(DurationStyle.detectAndParse(written));
            } catch (IllegalArgumentException noSpan) {
                throw new IllegalArgumentException(
                        name + " is " + written + ", but must be like 2026-01-01T00:00:00Z or 90d", noSpan);
            }
        }
    }

    @Override
    public String toString() {
        return "SourceProperties[url=" + SourceAddress.shown(url) + ", username=" + username + ", mapping=" + mapping
                + "]";
    }
}
