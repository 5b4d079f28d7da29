package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes on at the source and how far it is; written by the follower's threads, read by who reports. */
final class FollowState {
    private SourceStatus.State state = SourceStatus.State.STARTING;
    private @Nullable String problem;
    private @Nullable Progress progress;

    synchronized void becomes(SourceStatus.State now, @Nullable String why) {
        state = now;
        problem = why;
    }

    synchronized SourceStatus.State state() {
        return state;
    }

    synchronized @Nullable String problem() {
        return problem;
    }

    synchronized void progressed(Progress now) {
        progress = now;
    }

    synchronized void followed(Instant until) {
        if (progress != null) {
            progress = progress.followed(until);
        }
    }

    synchronized Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /** Changes the scan's place only: what has been followed meanwhile stays, and a scan that replaced this one too. */
    synchronized Progress scanned(Progress.Scan scan) {
        var now = required();
        if (now.scan() != null && now.scan().since().equals(scan.since())) {
            now = now.with(scan);
            progress = now;
        }
        return now;
    }

    synchronized Progress required() {
        if (progress == null) {
            throw new IllegalStateException("progress is asked before it was loaded");
        }
        return progress;
    }
}
