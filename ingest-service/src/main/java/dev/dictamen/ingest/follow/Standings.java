package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.compare.Following;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Instant;
import java.util.Optional;

/** Tells comparisons how far the source is followed, and keeps how far they are. */
@SourceComponent
class Standings implements Following {
    private final FollowState state;
    private final FollowProgress progress;

    Standings(FollowState state, FollowProgress progress) {
        this.state = state;
        this.progress = progress;
    }

    @Override
    public Optional<Standing> standing() {
        return progress.now()
                .map(far -> new Standing(
                        state.isFollowing(),
                        far.scan() != null && !far.scan().isFinished(),
                        far.followedUntil(),
                        far.comparableFrom(),
                        far.compared().until()));
    }

    @Override
    public void comparedUntil(Instant until) {
        progress.comparedUntil(until);
    }
}
