package dev.dictamen.sink.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The metric {@code ledger.unaccounted}: chats without an outcome, as of the last look. */
@Component
class LedgerGauge {
    private static final long EVERY_MS = 10_000;

    private final StoredChats chats;
    private final AtomicLong withoutOutcome = new AtomicLong();

    LedgerGauge(StoredChats chats, MeterRegistry meters) {
        this.chats = chats;
        Gauge.builder("ledger.unaccounted", withoutOutcome, AtomicLong::get).register(meters);
    }

    @Scheduled(fixedDelay = EVERY_MS)
    void look() {
        withoutOutcome.set(chats.countWithoutOutcome());
    }
}
