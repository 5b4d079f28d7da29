package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a source has been followed, as it is kept in Kafka.
 *
 * @param generation grows when the position in the log was lost: positions belong to one generation
 * @param hasPosition whether a position of this generation was stored
 * @param followedUntil up to when changes have been dealt with
 * @param scan the search for chats that closed earlier, under way or finished; null for none
 * @param compared how far the tables were compared with what was published
 */
record Progress(
        int generation,
        boolean hasPosition,
        Instant followedUntil,
        @Nullable Scan scan,
        Compared compared) {
    /** What a catch-up looks back beyond the time it is sure of: clocks differ, transactions last. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    /**
     * @param last key of the chat that was passed last; null before the first
     * @param done chats passed
     * @param total chats there were when it began, an estimate
     */
    record Scan(
            Instant since,
            @Nullable String last,
            long done,
            long total,
            @Nullable Instant finishedAt) {
        boolean isFinished() {
            return finishedAt != null;
        }

        Scan passed(String key, long chats) {
            return new Scan(since, key, done + chats, Math.max(total, done + chats), null);
        }

        Scan finished(Instant at) {
            return new Scan(since, last, done, done, at);
        }

        SourceStatus.Scan status() {
            return new SourceStatus.Scan(since, done, total, finishedAt);
        }
    }

    /**
     * @param from chats that closed earlier are not this source's to publish
     * @param until no chat that closed before is missing; null before the first comparison
     */
    record Compared(Instant from, @Nullable Instant until) {}

    Progress {
        // kept before there was a comparison
        compared = compared == null ? new Compared(followedUntil, null) : compared;
    }

    static Progress first(Instant now) {
        return new Progress(1, false, now, null, new Compared(now, null));
    }

    Progress followed(Instant until) {
        return new Progress(generation, true, until.isAfter(followedUntil) ? until : followedUntil, scan, compared);
    }

    Progress with(@Nullable Scan other) {
        return new Progress(generation, hasPosition, followedUntil, other, compared);
    }

    /** The tables were compared up to then. */
    Progress comparedUntil(Instant until) {
        return new Progress(generation, hasPosition, followedUntil, scan, new Compared(compared.from(), until));
    }

    /** The closing time from which chats are this source's to publish: further back where an earlier one was searched to the end. */
    Instant comparableFrom() {
        var from = compared.from();
        return scan != null && scan.isFinished() && scan.since().isBefore(from) ? scan.since() : from;
    }

    /** History is wanted from then on: a new search, unless one that reaches as far back is there. */
    Progress searching(Instant since) {
        return scan != null && !since.isBefore(scan.since()) ? this : with(new Scan(since, null, 0, 0, null));
    }

    /** The position is gone. */
    Progress withoutPosition() {
        return new Progress(generation, false, followedUntil, scan, compared);
    }

    /** To go on without a position: another generation, and a search for what was missed, or further back where one was under way. */
    Progress anotherGeneration() {
        var missed = followedUntil.minus(OVERLAP);
        var since = scan != null && !scan.isFinished() && scan.since().isBefore(missed) ? scan.since() : missed;
        return new Progress(generation + 1, false, followedUntil, new Scan(since, null, 0, 0, null), compared);
    }
}
