package dev.dictamen.ingest.jsonl;

import static dev.dictamen.ingest.testing.ChatJson.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of meta and of the outcomes, and under which names. */
class AttributesTest {
    @Test
    void theOutcomeIsKeptUnderItsOwnWords() {
        assertThat(attributes("{'context': 'buying', 'duration_sec': 360.0}", """
                {'csat_estimated_1_5': 5, 'resolved': false, 'intent': 'refund', 'summary': 'Bien', 'survey': [1], 'x': null}"""))
                .isEqualTo(Map.of(
                        "context", "buying",
                        "duration_sec", "360",
                        "csat", "5",
                        "resolved", "false",
                        "intent", "refund",
                        "outcomes.summary", "Bien"));
    }

    @ParameterizedTest
    @CsvSource({
        "csat, 4, 4",
        "csat_score, 4.50, 4.5",
        "csat_rating, '\"3\"', 3",
        "csat_estimated, 1, 1",
        "satisfaction, 1e0, 1",
        "satisfaction_score, '\" 2 \"', 2",
        "customer_satisfaction, 5.0, 5",
        "customer_satisfaction_score, 5, 5"
    })
    void satisfactionHasManySpellings(String key, String value, String csat) {
        var json = "{'" + key + "': " + value + "}";

        assertThat(attributes("{}", json)).isEqualTo(Map.of("csat", csat));
        assertThat(attributes(json, "{}")).isEqualTo(Map.of("csat", csat));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'NaN'",
                "99",
                "0",
                "-1",
                "5.1",
                "1e300",
                "true",
                "''",
                "4.00000000000000000000000000000000000000001"
            })
    void whatIsNoSatisfactionIsKeptAsWhatItIs(String value) {
        assertThat(attributes("{}", "{'csat': " + value + "}")).containsOnlyKeys("outcomes.csat");
        assertThat(attributes("{'csat': " + value + "}", "{'csat_score': 2}"))
                .containsOnlyKeys("csat", "meta.csat")
                .containsEntry("csat", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "'\"Sí\"', true",
        "'\"yes\"', true",
        "1, true",
        "false, false",
        "'\"no\"', false",
        "0, false"
    })
    void resolvedIsYesOrNo(String value, String resolved) {
        assertThat(attributes("{'resolved': " + value + "}", "{}")).isEqualTo(Map.of("resolved", resolved));
    }

    @Test
    void ofTwoThatDisagreeMetasIsTheFactAndTheOtherIsNotLost() {
        assertThat(attributes("{'resolved': true}", "{'resolved': false, 'csat': 5, 'satisfaction': 4}"))
                .isEqualTo(Map.of(
                        "resolved", "true", "outcomes.resolved", "false", "csat", "5", "outcomes.satisfaction", "4"));
    }

    @Test
    void whatIsSaidTwiceIsKeptOnce() {
        assertThat(attributes("{'csat_score': 5, 'resolved': true}", "{'csat': 5.0, 'resolved': 'yes'}"))
                .isEqualTo(Map.of("csat", "5", "resolved", "true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "[{'csat': 5}]", "'bien'", "5", "{}", "{'csat': null}", "{'csat': {'score': 5}}"})
    void outcomesThatAreNoneSayNothingAndRefuseNoChat(String outcomes) {
        assertThat(attributes("{}", outcomes)).isEmpty();
    }

    @Test
    void factsGoBeforeAllElseWhereThereIsNotEnoughRoom() {
        var meta = new StringBuilder("{'k': 0");
        for (int n = 0; n < 60; n++) {
            meta.append(", 'k").append(n).append("': ").append(n);
        }

        assertThat(attributes(meta + ", 'context': 'late'}", "{'summary': 's', 'csat': 5}"))
                .hasSize(50)
                .containsEntry("csat", "5")
                .containsEntry("context", "late")
                .doesNotContainKey("outcomes.summary");
    }

    @Test
    void aLongOutcomeIsShortenedAndOneThatIsNoTextIsRefused() {
        assertThat(attributes("{}", "{'summary': '" + "x".repeat(600) + "'}").get("outcomes.summary"))
                .hasSize(500)
                .endsWith("x…");
        assertThat(attributes("{}", "{'" + "k".repeat(101) + "': 1}")).isEmpty();
        assertThatExceptionOfType(RejectedChatException.class)
                .isThrownBy(() -> attributes("{}", "{'intent': '\\ud800'}"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("outcomes 'intent' holds a lone surrogate"));
    }

    private static Map<String, String> attributes(String meta, String outcomes) {
        return ParsedChats.of(quoted("{'conversation_id': 'c-1', 'meta': " + meta + ", 'transcript': [], 'outcomes': "
                        + outcomes + "}"))
                .attributes();
    }
}
