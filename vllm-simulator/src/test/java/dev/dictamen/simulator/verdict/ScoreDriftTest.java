package dev.dictamen.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreDriftTest {
    private static final List<String> CHATS =
            IntStream.range(0, 2_000).mapToObj(number -> "chat " + number).toList();
    private static final ScoreDrift ALWAYS = new ScoreDrift(100);

    @Test
    void changesNothingUnlessItIsAsked() {
        assertThat(CHATS)
                .allSatisfy(chat -> assertThat(ScoreDrift.NONE.of(scored("good"), chat, "seed 7"))
                        .isEqualTo(scored("good")));
    }

    @ParameterizedTest
    @CsvSource({
        "horrible, bad, bad",
        "bad, horrible, neutral",
        "neutral, bad, good",
        "good, neutral, great",
        "great, good, good"
    })
    void gradesOneBetterOrOneWorse(String score, String worse, String better) {
        assertThat(CHATS)
                .extracting(chat -> ALWAYS.of(scored(score), chat, "seed 7").score())
                .contains(worse, better)
                .isSubsetOf(worse, better);
    }

    @Test
    void driftsAsManyOfAHundredAsItIsTold() {
        var drift = new ScoreDrift(20);

        assertThat(drifted(drift, "seed 7").size()).isBetween(320, 480);
    }

    @Test
    void driftsTheSameChatsInTheSameWayOfAskingAndOthersInAnother() {
        var drift = new ScoreDrift(20);

        assertThat(drifted(drift, "seed 7")).isEqualTo(drifted(drift, "seed 7"));
        assertThat(drifted(drift, "seed 8")).isNotEqualTo(drifted(drift, "seed 7"));
    }

    @Test
    void saysInSpanishWhichWayAndLeavesTheRest() {
        var worse = ALWAYS.of(scored("great"), "chat", "seed 7");
        var better = ALWAYS.of(scored("horrible"), "chat", "seed 7");

        assertThat(worse.reason()).isEqualTo("El agente resolvió la consulta. Visto con más rigor.");
        assertThat(better.reason()).isEqualTo("El agente resolvió la consulta. Visto con más indulgencia.");
        assertThat(worse.improvement()).isEqualTo(scored("great").improvement());
        assertThat(worse.keyMessages()).isEqualTo(scored("great").keyMessages());
    }

    private static List<String> drifted(ScoreDrift drift, String wayOfAsking) {
        Predicate<String> drifts =
                chat -> !drift.of(scored("neutral"), chat, wayOfAsking).score().equals("neutral");
        return CHATS.stream().filter(drifts).toList();
    }

    private static Verdict scored(String score) {
        return new Verdict(
                score, "El agente resolvió la consulta.", "Conviene saludar.", List.of(1), List.of(0), "rules");
    }
}
