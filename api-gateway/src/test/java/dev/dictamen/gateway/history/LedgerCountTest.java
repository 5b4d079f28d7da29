package dev.dictamen.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerCountTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void addsUpWhatTheReasonsSplit() {
        var ledger = LedgerCount.ledger(
                List.of(
                        new LedgerCount("scored", null, 7, null),
                        new LedgerCount("skipped", "vanished", 2, null),
                        new LedgerCount("skipped", "too_large", 1, null),
                        new LedgerCount("failed", "invalid_verdict", 3, null),
                        LedgerCount.deadLetters(1),
                        new LedgerCount("provisional", null, 2, NOON.minusSeconds(90)),
                        new LedgerCount(null, null, 3, NOON.minusSeconds(60))),
                NOON);

        assertThat(ledger.closed()).isEqualTo(19);
        assertThat(ledger.scored()).isEqualTo(7);
        assertThat(ledger.skipped()).isEqualTo(3);
        assertThat(ledger.failed()).isEqualTo(4);
        assertThat(ledger.inFlight()).isEqualTo(5);
        assertThat(ledger.provisional()).isEqualTo(2);
        assertThat(ledger.oldestInFlightSeconds()).isEqualTo(90);
        assertThat(ledger.skippedBy()).isEqualTo(Map.of("vanished", 2L, "too_large", 1L));
        assertThat(ledger.failedBy()).isEqualTo(Map.of("invalid_verdict", 3L, "dead_letter", 1L));
    }

    @Test
    void noChatsAreNoughtEverywhere() {
        assertThat(LedgerCount.ledger(List.of(), NOON))
                .isEqualTo(new Ledger(0, 0, 0, 0, 0, 0, null, Map.of(), Map.of()));
    }
}
