package dev.dictamen.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class UtcTimesTest {
    private final Random random = new Random(7);

    @Test
    void everyTimeIsReadAsJavaReadsIt() {
        for (int i = 0; i < 100_000; i++) {
            var time = Instant.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_300_800L), nanos());

            assertThat(UtcTimes.parse(time.toString())).isEqualTo(time);
        }
    }

    private long nanos() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1_000_000L * random.nextInt(1_000);
            case 2 -> 1_000L * random.nextInt(1_000_000);
            default -> random.nextInt(1_000_000_000);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T10:00:00.1Z", "2026-11-01T10:00:00.120Z", "2024-02-29T23:59:59.000000001Z"})
    void aFractionOfAnyLengthIsRead(String text) {
        assertThat(UtcTimes.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-01",
                "2026-11-01T10:00Z",
                "2026-11-01T10:00:00",
                "2026-11-01T10:00:00+01:00",
                "2026-11-01 10:00:00Z",
                "2026-02-30T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-11-01T24:00:00Z",
                "2026-11-01T10:60:00Z",
                "2026-11-01T10:00:60Z",
                "2026-11-01T10:00:00.Z",
                "2026-11-01T10:00:00.1234567890Z",
                "2026-11-01T10:00:00.12a4Z",
                "+026-11-01T10:00:00Z",
                "2026-11-01T1٠:00:00Z",
                "12026-11-01T10:00:00Z",
                "2026-11-01T10:00:00,5Z",
                "2026-11-01T-1:00:00Z",
            })
    void whatHasAnotherFormIsNot(String text) {
        assertThat(UtcTimes.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-01T10:00:00+01:00\"",
                "\"2026-11-01T24:00:00Z\"",
                "1793527200",
                "1793527200.5",
                "null",
                "\"\"",
            })
    void whatHasAnotherFormIsReadAsJacksonDoes(String json) {
        var plain = JsonMapper.builder().build();

        assertThat(ContractJson.mapper().readValue(json, Instant.class))
                .isEqualTo(plain.readValue(json, Instant.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-02-30T10:00:00Z\"", "\"yesterday\"", "true", "{}"})
    void whatIsNoTimeIsRefused(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> ContractJson.mapper().readValue(json, Instant.class));
    }
}
