package dev.dictamen.gateway.acceptance;

import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.gateway.comparison.ComparedRuns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Replays that a test knows without anybody having ordered them. */
final class RunsOfTests implements ComparedRuns {
    private final Map<String, Run> runs;

    RunsOfTests(List<String> ids) {
        runs = ids.stream()
                .map(id -> new Run(id, "Replay " + id, "v2", null))
                .collect(Collectors.toMap(Run::id, run -> run));
    }

    @Override
    public Optional<Run> run(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** The same for each. */
    @Override
    public Optional<ReplayReport.Figures> figures(String id) {
        var means = new ReplayReport.Means(0.5, 4.0, 3.0, null, null);
        return run(id).map(run -> new ReplayReport.Figures(run.id(), 60, means, List.of()));
    }
}
