package dev.dictamen.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.contract.replay.ReplayReport.Figures;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.gateway.comparison.ComparedRuns.Run;
import dev.dictamen.gateway.pipeline.CompactedTopic;
import dev.dictamen.testing.data.Samples;
import org.junit.jupiter.api.Test;

class ReplayRunsTest {
    private final CompactedTopic<ReplayOrder> orders = EmptyTopic.of(ReplayOrder.class);
    private final CompactedTopic<ReplayReport> reports = EmptyTopic.of(ReplayReport.class);
    private final ReplayBoard board = new ReplayBoard(orders, reports);
    private final ReplayRuns runs = new ReplayRuns(board);

    @Test
    void aComparisonIsToldTheNameThePromptAndTheModel() {
        var order = Samples.read("replay-order", ReplayOrder.class);
        orders.take(order.key(), 0, order);

        assertThat(runs.run(order.replay()))
                .contains(new Run(order.replay(), order.name(), "2026-12-1", "openai/gpt-oss-20b"));
        assertThat(runs.run("r-20200101-zzzzzz")).isEmpty();
    }

    @Test
    void figuresAndProgressOfOneReplayStandBesideEachOther() {
        var figures = (Figures) Samples.read("replay-figures", ReplayReport.class);
        var progress = (Progress) Samples.read("replay-progress", ReplayReport.class);
        assertThat(runs.figures(figures.replay())).isEmpty();

        reports.take(figures.key(), 0, figures);
        reports.take(progress.key(), 1, progress);

        assertThat(runs.figures(figures.replay())).contains(figures);
        assertThat(board.progress(figures.replay())).contains(progress);
        assertThat(runs.figures("r-20200101-zzzzzz")).isEmpty();
    }
}
