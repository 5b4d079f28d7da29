package dev.dictamen.ingest.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.replay.ReplayReport.Figures;
import dev.dictamen.contract.replay.ReplayReport.Intent;
import dev.dictamen.ingest.jsonl.ParsedChats;
import dev.dictamen.ingest.redact.Redactions;
import dev.dictamen.testing.data.TestData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of 102 conversations equal those that others computed, in both forms in which they are written. */
class KavakFiguresTest {
    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"kavak-102", "kavak-102-native"})
    void theMeansAreTheBaselines(String file) {
        var baseline = expected().get("composite_defaults").get("baseline");
        var figures = figures(file, IntentRules.builtIn());

        assertThat(figures.conversations()).isEqualTo(expected().get("total").asLong());
        assertThat(rounded(figures.means().resolutionRate(), 3))
                .isEqualTo(baseline.get("resolution_rate").asDouble());
        assertThat(rounded(figures.means().csat(), 3))
                .isEqualTo(baseline.get("avg_csat").asDouble());
        assertThat(rounded(figures.means().turns(), 2))
                .isEqualTo(baseline.get("avg_turns").asDouble());
        assertThat(rounded(figures.means().latencySeconds(), 1))
                .isEqualTo(baseline.get("avg_latency").asDouble());
        assertThat(figures.means().durationSeconds()).isEqualTo(figures.means().latencySeconds());
    }

    @ParameterizedTest
    @CsvSource({
        "kavak-102, intents, tool_ranking_app_8_intents",
        "kavak-102-native, intents, tool_ranking_app_8_intents",
        "kavak-102, ten-intents, tool_ranking_notebook_10_intents",
        "kavak-102-native, ten-intents, tool_ranking_notebook_10_intents"
    })
    void theToolsAreRankedAlike(String file, String rules, String ranking) throws IOException {
        var intents = figures(file, rules(rules)).intents();
        var expected = expected().get(ranking);

        assertThat(intents).hasSize(expected.size());
        for (int place = 0; place < intents.size(); place++) {
            assertAlike(intents.get(place), expected.get(place));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kavak-102", "kavak-102-native"})
    void withoutPersonalDataTheyAreTheSame(String file) {
        var figures = new ConversationFigures(IntentRules.builtIn());
        chats(file).map(Redactions::redacted).forEach(figures::add);

        assertThat(figures.of("r-1")).isEqualTo(figures(file, IntentRules.builtIn()));
    }

    private static void assertAlike(Intent intent, JsonNode expected) {
        assertThat(intent.intent()).isEqualTo(expected.get("intent").asString());
        assertThat(intent.tool()).isEqualTo(expected.get("tool_name").asString());
        assertThat(intent.frequency()).isEqualTo(expected.get("frequency").asLong());
        assertThat(intent.unresolvedRate())
                .isCloseTo(expected.get("unresolved_rate").asDouble(), within(EXACT));
        assertThat(intent.meanCsat()).isCloseTo(expected.get("avg_csat").asDouble(), within(EXACT));
        assertThat(intent.csatGap()).isCloseTo(expected.get("csat_gap").asDouble(), within(EXACT));
        assertThat(intent.effort()).isEqualTo(expected.get("effort_est").asInt());
        assertThat(String.join(", ", intent.contexts()))
                .isEqualTo(expected.get("top_contexts").asString());
        assertThat(intent.score()).isCloseTo(expected.get("score").asDouble(), within(EXACT));
    }

    private static Figures figures(String file, IntentRules rules) {
        var figures = new ConversationFigures(rules);
        chats(file).forEach(figures::add);
        return figures.of("r-1");
    }

    private static Stream<ClosedChat> chats(String file) {
        return TestData.lines(file + ".jsonl.gz").stream()
                .map(line -> ParsedChats.reader().read(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8))));
    }

    private static JsonNode expected() {
        return JsonMapper.shared().readTree(TestData.bytes("kavak-expected.json"));
    }

    private static IntentRules rules(String name) throws IOException {
        var resource = "/figures/" + name + ".yml";
        try (var in = Objects.requireNonNull(KavakFiguresTest.class.getResourceAsStream(resource), resource)) {
            return IntentRules.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        }
    }

    private static double rounded(@Nullable Double value, int digits) {
        return BigDecimal.valueOf(Objects.requireNonNull(value))
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
