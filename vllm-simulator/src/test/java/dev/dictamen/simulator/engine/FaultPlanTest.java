package dev.dictamen.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final List<Fault> TWO = List.of(Fault.HANG, Fault.LENGTH);

    @Test
    void playsAboutAsManyFaultsAsItsRate() {
        var plan = new FaultPlan(20, TWO, false, "", 7);

        assertThat(faulty(plan)).isBetween(1_600L, 2_400L);
    }

    @Test
    void choosesTheSameForTheSameRequestAndSeed() {
        var plan = new FaultPlan(50, TWO, false, "", 7);
        var again = new FaultPlan(50, TWO, false, "", 7);

        for (int i = 0; i < 500; i++) {
            assertThat(plan.faultOf("id-" + i, 1, "")).isEqualTo(again.faultOf("id-" + i, 1, ""));
        }
    }

    @Test
    void sparesRepairsWhereToldTo() {
        var plan = new FaultPlan(100, TWO, true, "", 7);

        assertThat(plan.faultOf("a/1", 1, "")).isPresent();
        assertThat(plan.faultOf("a/2", 2, "")).isEmpty();
    }

    @Test
    void sparesPromptsWithoutTheText() {
        var plan = new FaultPlan(100, TWO, false, "pedido 4471", 7);

        assertThat(plan.faultOf("a", 1, "mi pedido 4471")).isPresent();
        assertThat(plan.faultOf("a", 1, "otro")).isEmpty();
    }

    @Test
    void refusesARateAboveHundred() {
        assertThatThrownBy(() -> new FaultPlan(101, TWO, false, "", 7)).hasMessageContaining("101");
    }

    private static long faulty(FaultPlan plan) {
        return IntStream.range(0, 10_000)
                .filter(i -> plan.faultOf("id-" + i, 1, "").isPresent())
                .count();
    }
}
