package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus.State;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes on at the source; written by the follower, read by who reports. */
@SourceComponent
class FollowState {
    /** A source that broke off counts as followed for this long: it may be back at once. */
    private static final Duration BROKEN_OFF = Duration.ofMinutes(2);

    private volatile @Nullable Long followedAtNanos;
    private volatile Now now = new Now(State.STARTING, null);
    private volatile List<String> doubts = List.of();

    /** A state, and what is wrong in it. */
    record Now(State state, @Nullable String problem) {}

    void becomes(State state, @Nullable String problem) {
        if (state == State.FOLLOWING || now.state() == State.FOLLOWING) {
            followedAtNanos = System.nanoTime();
        }
        now = new Now(state, problem);
    }

    Now now() {
        return now;
    }

    /** Whether it is followed, or was within the last minutes. */
    boolean isFollowing() {
        var at = followedAtNanos;
        return now.state() == State.FOLLOWING || (at != null && System.nanoTime() - at < BROKEN_OFF.toNanos());
    }

    /** What the server's settings keep out of what is followed. */
    void doubts(List<String> found) {
        doubts = List.copyOf(found);
    }

    List<String> doubts() {
        return doubts;
    }
}
