package dev.dictamen.ingest.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.contract.replay.Quote.Cost;
import dev.dictamen.ingest.quote.BulkCapacity.Pace;
import dev.dictamen.ingest.quote.Estimate.Tokens;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final BulkCapacity TWO_GPUS = new BulkCapacity(2, 80, false, new Pace(100, 0.8));
    private static final Tokens TOKENS = new Tokens(1_500_000L, 500_000L);

    @Test
    void theEndIsWhenTheLastCallIsAnswered() {
        assertThat(of(0, 0).of(1_000, TOKENS, null, 0).seconds()).isEqualTo(12);
    }

    @Test
    void aRateThatIsSlowerThanTheReplicasDecides() {
        assertThat(of(0, 0).of(1_000, TOKENS, 10.0, 0).seconds()).isEqualTo(102);
    }

    @Test
    void replaysThatRunBesideItTakeTheirShare() {
        assertThat(of(0, 0).of(1_000, TOKENS, null, 1).seconds()).isEqualTo(22);
    }

    @Test
    void moneyGoesByTheHourOrElseByTokens() {
        var byHour = of(3.6, 100).of(1_000, TOKENS, null, 0);

        assertThat(byHour.gpuSeconds()).isCloseTo(20, within(1e-9));
        assertThat(byHour.money()).isCloseTo(0.02, within(1e-9));
        assertThat(byHour.currency()).isEqualTo("EUR");
        assertThat(of(0, 0.5).of(1_000, TOKENS, null, 0).money()).isCloseTo(1, within(1e-9));
        assertThat(of(0, 0).of(1_000, TOKENS, null, 0).money()).isNull();
    }

    @Test
    void whatWasNeverMeasuredIsNotGuessed() {
        var estimate = new Estimate(prices(3.6, 0), BulkCapacity.NONE);

        assertThat(estimate.of(1_000, new Tokens(null, null), null, 0)).isEqualTo(Cost.UNKNOWN);
    }

    @Test
    void nothingTakesNoTime() {
        assertThat(of(0, 0).of(0, new Tokens(0L, 0L), null, 0).seconds()).isZero();
    }

    private static Estimate of(double hour, double million) {
        return new Estimate(prices(hour, million), TWO_GPUS);
    }

    private static ReplayProperties prices(double hour, double million) {
        return new ReplayProperties("model", hour, million, "EUR");
    }
}
