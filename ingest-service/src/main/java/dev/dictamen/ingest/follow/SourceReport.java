package dev.dictamen.ingest.follow;

import dev.dictamen.contract.SourceStatus;
import dev.dictamen.contract.SourceStatus.State;
import dev.dictamen.ingest.InstanceId;
import dev.dictamen.ingest.compare.Comparing;
import dev.dictamen.ingest.compare.LostSignals;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.quiet.ReadLoop;
import dev.dictamen.ingest.read.ReadMetrics;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how the source fares. */
@SourceComponent
class SourceReport {
    private final String source;
    private final FollowState state;
    private final FollowProgress progress;
    private final Reads reads;
    private final Reporter reporter;

    /** Who reports, by which clock. */
    record Reporter(InstanceId instance, Clock clock) {}

    /** What was read of chats: by the log's signals, and because a comparison missed them. */
    @SourceComponent
    record Reads(ReadLoop loop, ReadMetrics metrics, LostSignals lost, Comparing comparing) {}

    SourceReport(SourceMapping mapping, FollowState state, FollowProgress progress, Reads reads, Reporter reporter) {
        this.source = mapping.name();
        this.state = state;
        this.progress = progress;
        this.reads = reads;
        this.reporter = reporter;
    }

    SourceStatus now() {
        var following = state.now();
        var known = progress.now();
        var loop = reads.loop();
        boolean isLosing = following.state() == State.FOLLOWING && reads.lost().areFrequent();
        var problem = following.problem() == null ? loop.problem() : following.problem();
        return new SourceStatus(
                source,
                reporter.instance().value(),
                isLosing ? State.LOSING_SIGNALS : following.state(),
                isLosing && problem == null ? cause() : problem,
                hint(isLosing),
                known.map(far -> far.compared().until()).orElse(null),
                loop.waiting(),
                reads.metrics().published(),
                reads.metrics().vanished(),
                reads.lost().reconciled(),
                reads.lost().lastAt().orElse(null),
                known.flatMap(far -> Optional.ofNullable(far.scan()))
                        .map(Progress.Scan::status)
                        .orElse(null),
                reporter.clock().instant());
    }

    private String cause() {
        var doubts = state.doubts();
        return "chats closed that the server's log did not name; they were found in its tables and published late: "
                + (doubts.isEmpty()
                        ? "look for sessions that write with sql_log_bin = 0 or with settings of the log of their own, and"
                                + " for clocks that differ by minutes"
                        : String.join("; ", doubts));
    }

    private @Nullable String hint(boolean isLosing) {
        var hints = Stream.concat(
                        isLosing ? Stream.empty() : state.doubts().stream(), reads.comparing().hint().stream())
                .collect(Collectors.joining("; "));
        return hints.isEmpty() ? null : hints;
    }
}
