package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the source has been followed: loaded at the start, kept here, stored when it matters. Safe for use by several threads. */
@SourceComponent
class FollowProgress {
    private final ProgressTopic topic;
    private final String name;
    private final SourceProperties source;
    private final Clock clock;
    private @Nullable Progress progress;

    FollowProgress(ProgressTopic topic, SourceMapping mapping, SourceProperties source, Clock clock) {
        this.topic = topic;
        this.name = mapping.name();
        this.source = source;
        this.clock = clock;
    }

    /** What is known from before; a position that was never stored is made up for by a scan of about this many
     * {@code chats}. */
    void load(long chats) throws InterruptedException {
        var now = clock.instant();
        var loaded = topic.load(name)
                .map(stored -> stored.hasPosition() ? stored : stored.anotherGeneration())
                .orElseGet(() -> Progress.first(now));
        var since = source.since(now);
        if (since != null) {
            loaded = loaded.searching(since);
        }
        var scan = loaded.scan();
        if (scan != null && !scan.isFinished() && scan.total() == 0) {
            loaded = loaded.with(new Progress.Scan(scan.since(), null, 0, chats, null));
        }
        become(loaded);
    }

    /** The position in the log is gone, or none can be had: stored so that the next start searches for what was missed. */
    void losePosition() throws InterruptedException {
        become(required().withoutPosition());
    }

    /** Goes on without a position, and with a search. */
    void beginAgain() throws InterruptedException {
        become(required().withoutPosition().anotherGeneration());
    }

    private void become(Progress now) throws InterruptedException {
        set(now);
        topic.save(name, now);
    }

    private synchronized void set(Progress now) {
        progress = now;
    }

    /** The log has been dealt with up to then. */
    synchronized void followed(Instant until) {
        if (progress != null) {
            progress = progress.followed(until);
        }
    }

    /** Stores how far it is, where there is a position that it belongs to. */
    void save() throws InterruptedException {
        var now = required();
        if (now.hasPosition()) {
            topic.save(name, now);
        }
    }

    /** Changes the scan's place only: what has been followed meanwhile stays, and a scan that replaced this one too. */
    void moveScan(Progress.Scan scan) throws InterruptedException {
        topic.save(name, moved(scan));
    }

    private synchronized Progress moved(Progress.Scan scan) {
        var now = required();
        if (now.scan() != null && now.scan().since().equals(scan.since())) {
            now = now.with(scan);
            progress = now;
        }
        return now;
    }

    /** The tables were compared with what was published up to then. */
    synchronized void comparedUntil(Instant until) {
        progress = required().comparedUntil(until);
    }

    synchronized Optional<Progress> now() {
        return Optional.ofNullable(progress);
    }

    synchronized Progress required() {
        if (progress == null) {
            throw new IllegalStateException("progress is asked before it was loaded");
        }
        return progress;
    }
}
