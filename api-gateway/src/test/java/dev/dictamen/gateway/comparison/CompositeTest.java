package dev.dictamen.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.contract.replay.ReplayReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The composite score; the figures of kavak-102 are its own components. */
class CompositeTest {
    private static final ComparisonProperties DEFAULTS =
            new ComparisonProperties(List.of(0.35, 0.35, 0.15, 0.15), List.of(4.5, 6.0, 120.0));
    private static final ReplayReport.Means KAVAK =
            new ReplayReport.Means(31 / 102.0, 437 / 102.0, 537 / 102.0, 691.4, 691.4);

    @Test
    void ofKavakIsWhatKavakSays() {
        var run = Composite.of(DEFAULTS, null, 437 / 102.0, KAVAK).run();

        assertThat(run.score()).isCloseTo(0.458, within(0.0005));
        assertThat(run.components().score()).isCloseTo(0.33322440087145966, within(1e-12));
        assertThat(run.components().resolution()).isCloseTo(0.10637254901960783, within(1e-12));
        assertThat(run.components().turns()).isCloseTo(0.01838235294117647, within(1e-12));
        assertThat(run.components().latency()).isZero();
    }

    @Test
    void theSidesDifferByTheirGradesAlone() {
        var composite = Composite.of(DEFAULTS, 3.0, 4.5, KAVAK);

        assertThat(composite.run().score() - composite.with().score()).isCloseTo(0.35 * 1.5 / 4.5, within(1e-12));
        assertThat(composite.run().components().turns())
                .isEqualTo(composite.with().components().turns());
    }

    @Test
    void whatIsNotKnownCountsNothingAndSaysSo() {
        var unknown = Composite.of(DEFAULTS, null, 4.5, null);
        var partly = Composite.of(DEFAULTS, null, null, new ReplayReport.Means(null, null, 3.0, null, 60.0));

        assertThat(unknown.with()).isEqualTo(new Composite.Side(0, new Composite.Components(null, null, null, null)));
        assertThat(unknown.run()).isEqualTo(new Composite.Side(0.35, new Composite.Components(0.35, null, null, null)));
        assertThat(partly.run().components()).isEqualTo(new Composite.Components(null, null, 0.075, 0.075));
    }
}
