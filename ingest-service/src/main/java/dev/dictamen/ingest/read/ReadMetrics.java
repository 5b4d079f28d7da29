package dev.dictamen.ingest.read;

import dev.dictamen.contract.SkipReason;
import dev.dictamen.ingest.source.SourceComponent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts {@code source.chats} read by outcome, from zero, and times {@code source.reads} (a batch of chats). */
@SourceComponent
public class ReadMetrics {
    private final Counter published;
    private final Counter vanished;
    private final Counter tooLarge;
    private final Counter open;
    private final Counter ignored;
    private final Counter absent;
    private final Timer reads;

    ReadMetrics(MeterRegistry registry) {
        published = counter(registry, "published");
        vanished = counter(registry, "vanished");
        tooLarge = counter(registry, "too_large");
        open = counter(registry, "open");
        ignored = counter(registry, "ignored");
        absent = counter(registry, "absent");
        reads = registry.timer("source.reads");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return registry.counter("source.chats", "outcome", outcome);
    }

    void count(ReadChat read) {
        switch (read) {
            case ReadChat.Publishable(var chat, var worth) ->
                counterOf(chat.skipReason()).increment();
            case ReadChat.Open() -> open.increment();
            case ReadChat.Ignored() -> ignored.increment();
            case ReadChat.Absent() -> absent.increment();
        }
    }

    private Counter counterOf(@Nullable SkipReason reason) {
        if (reason == SkipReason.VANISHED) {
            return vanished;
        }
        return reason == SkipReason.TOO_LARGE ? tooLarge : published;
    }

    void took(Duration time) {
        reads.record(time);
    }

    /** Chats read and published since the start. */
    public long published() {
        return (long) (published.count() + tooLarge.count());
    }

    /** Chats that were gone before they could be read, since the start. */
    public long vanished() {
        return (long) vanished.count();
    }
}
