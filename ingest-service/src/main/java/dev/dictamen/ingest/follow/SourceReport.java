package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus;
import dev.dictamen.ingest.InstanceId;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.read.ReadLoop;
import dev.dictamen.ingest.read.ReadMetrics;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Clock;
import java.util.Optional;

/** Says how the source fares. */
@SourceComponent
class SourceReport {
    private final String source;
    private final FollowState state;
    private final FollowProgress progress;
    private final ReadLoop loop;
    private final ReadMetrics metrics;
    private final Reporter reporter;

    /** Who reports, by which clock. */
    record Reporter(InstanceId instance, Clock clock) {}

    SourceReport(
            SourceMapping mapping,
            FollowState state,
            FollowProgress progress,
            ReadLoop loop,
            ReadMetrics metrics,
            Reporter reporter) {
        this.source = mapping.name();
        this.state = state;
        this.progress = progress;
        this.loop = loop;
        this.metrics = metrics;
        this.reporter = reporter;
    }

    SourceStatus now() {
        var following = state.now();
        var known = progress.now();
        return new SourceStatus(
                source,
                reporter.instance().value(),
                following.state(),
                following.problem() == null ? loop.problem() : following.problem(),
                known.filter(Progress::hasPosition).map(Progress::followedUntil).orElse(null),
                loop.waiting(),
                metrics.published(),
                metrics.vanished(),
                known.flatMap(far -> Optional.ofNullable(far.scan()))
                        .map(Progress.Scan::status)
                        .orElse(null),
                reporter.clock().instant());
    }
}
