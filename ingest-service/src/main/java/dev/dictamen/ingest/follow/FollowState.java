package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus.State;
import dev.dictamen.ingest.source.SourceComponent;
import org.jspecify.annotations.Nullable;

/** What goes on at the source; written by the follower, read by who reports. */
@SourceComponent
class FollowState {
    private volatile Now now = new Now(State.STARTING, null);

    /** A state, and what is wrong in it. */
    record Now(State state, @Nullable String problem) {}

    void becomes(State state, @Nullable String problem) {
        now = new Now(state, problem);
    }

    Now now() {
        return now;
    }
}
