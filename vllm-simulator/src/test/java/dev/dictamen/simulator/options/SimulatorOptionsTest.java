package dev.dictamen.simulator.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.engine.SchedulingPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorOptionsTest {
    @Test
    void readsFlagsInTheirThreeForms() {
        var options = SimulatorOptions.of(
                "--port=0", "--max-num-seqs", "64", "--failure-first-attempt-only", "--scheduling-policy=priority");

        assertThat(options.integer(Flag.PORT)).isZero();
        assertThat(options.integer(Flag.MAX_NUM_SEQS)).isEqualTo(64);
        assertThat(options.faults().firstAttemptOnly()).isTrue();
        assertThat(options.schedulingPolicy()).isEqualTo(SchedulingPolicy.PRIORITY);
    }

    @Test
    void readsSeveralFaults() {
        assertThat(SimulatorOptions.of("--failure-types=null_content,hang")
                        .faults()
                        .types())
                .containsExactly(Fault.NULL_CONTENT, Fault.HANG);
    }

    @Test
    void leavesTheOptionsItWasMadeFromAlone() {
        var before = SimulatorOptions.instant();

        before.with("--seed=9");

        assertThat(before.integer(Flag.SEED)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=-1",
                "--max-num-seqs=0",
                "--max-num-seqs=many",
                "--time-to-first-token=fast",
                "--time-factor-under-load=0.5",
                "--latency-calculator=random",
                "--scheduling-policy=lifo",
                "--failure-injection-rate=101",
                "--failure-types=nope",
                "--score-drift=-1",
                "--score-drift=NaN",
                "--healthy=perhaps",
                "--no-such-flag=1"
            })
    void refusesAWrongFlagByItsName(String flag) {
        var name = flag.substring(2, flag.indexOf('='));

        assertThatThrownBy(() -> SimulatorOptions.of(flag))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(flag.startsWith("--failure-types") ? "nope" : name);
    }

    @Test
    void refusesAWordThatIsNoFlag() {
        assertThatThrownBy(() -> SimulatorOptions.of("port")).hasMessageContaining("'port'");
    }

    @ParameterizedTest
    @CsvSource({"150ms, PT0.15S", "1.5s, PT1.5S", "1m30s, PT1M30S", "250us, PT0.00025S", "2h, PT2H", "0, PT0S"})
    void readsDurationsAsGoWritesThem(String text, Duration expected) {
        assertThat(GoDuration.parse(text)).isEqualTo(expected);
    }
}
