package dev.dictamen.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeColumnTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00.123Z");

    @ParameterizedTest
    @CsvSource({
        "1795165200, 1795165200",
        "1795165200000, 1795165200123",
        "1795165200000000, 1795165200123000",
        "1795165200000000000, 1795165200123000000",
        "0, 1795165200",
    })
    void theUnitOfNumbersIsThatOfTheNewest(long newest, BigDecimal bound) {
        assertThat(column("bigint", newest).bound(AT)).isEqualTo(bound);
    }

    @Test
    void anEmptyColumnOfNumbersHoldsSeconds() {
        assertThat(column("int", null).bound(AT)).isEqualTo(new BigDecimal("1795165200"));
    }

    @Test
    void aWallClockIsThatOfTheZone() {
        assertThat(column("datetime", null).bound(AT)).isEqualTo(LocalDateTime.parse("2026-11-20T04:00:00.123"));
        assertThat(column("timestamp", null).bound(AT)).isEqualTo(Timestamp.from(AT));
    }

    private static TimeColumn column(String type, @Nullable Object newest) {
        return new TimeColumn(new LiveColumn("closed_at", type, type), ZoneId.of("America/Bogota"), newest);
    }
}
