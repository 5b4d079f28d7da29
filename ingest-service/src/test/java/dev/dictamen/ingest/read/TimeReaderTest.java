package dev.dictamen.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Times as databases keep them. */
class TimeReaderTest {
    private static final TimeReader BOGOTA = new TimeReader(ZoneId.of("America/Bogota"));
    private static final TimeReader MADRID = new TimeReader(ZoneId.of("Europe/Madrid"));

    @Test
    void wholeNumbersAreSecondsOrMillisecondsBySize() {
        assertThat(BOGOTA.read(1_772_456_400)).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(BOGOTA.read(1_772_456_400_123L)).isEqualTo("2026-03-02T13:00:00.123Z");
        assertThat(BOGOTA.read(new BigDecimal("1772456400.25"))).isEqualTo("2026-03-02T13:00:00.250Z");
    }

    @Test
    void zeroLessAndNothingAreNoTime() {
        assertThat(BOGOTA.read(0)).isNull();
        assertThat(BOGOTA.read(-1)).isNull();
        assertThat(BOGOTA.read(null)).isNull();
    }

    @Test
    void aDatetimeIsTheWallClockOfTheZone() {
        assertThat(BOGOTA.read(LocalDateTime.parse("2026-03-02T08:00:00.123456")))
                .isEqualTo("2026-03-02T13:00:00.123Z");
        assertThat(MADRID.read(LocalDateTime.parse("2026-07-01T12:00:00"))).isEqualTo("2026-07-01T10:00:00Z");
        assertThat(MADRID.read(LocalDateTime.parse("2026-01-01T12:00:00"))).isEqualTo("2026-01-01T11:00:00Z");
    }

    @Test
    void anHourThatTheClockLeavesOutOrHasTwiceIsRead() {
        assertThat(MADRID.read(LocalDateTime.parse("2026-03-29T02:30:00"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(MADRID.read(LocalDateTime.parse("2026-10-25T02:30:00"))).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void aTimestampNeedsNoZone() {
        var time = Instant.parse("2026-03-02T13:00:00.123Z");

        assertThat(BOGOTA.read(Timestamp.from(time.plusNanos(456_000)))).isEqualTo(time);
    }

    @Test
    void microsecondsAndNanosecondsAreReadAsTheImporterReadsThem() {
        assertThat(BOGOTA.read(1_772_456_400_123_456L)).isEqualTo("2026-03-02T13:00:00.123Z");
        assertThat(BOGOTA.read(1_772_456_400_123_456_789L)).isEqualTo("2026-03-02T13:00:00.123Z");
    }

    @Test
    void whatNoChatCanHaveIsNoTime() {
        assertThat(BOGOTA.read(LocalDateTime.parse("0001-01-01T00:00:00"))).isNull();
        assertThat(BOGOTA.read(LocalDateTime.parse("9999-12-31T23:59:59"))).isNull();
        assertThat(BOGOTA.read(Timestamp.from(Instant.EPOCH))).isNull();
        assertThat(BOGOTA.read(new BigDecimal("18446744073709551615"))).isNull();
        assertThat(BOGOTA.read(86_400)).isNull();
        assertThat(BOGOTA.read("2026-02-31 08:00:00")).isNull();
    }
}
