package dev.dictamen.ingest.read;

import dev.dictamen.contract.SkipReason;
import dev.dictamen.ingest.source.SourceComponent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts {@code source.chats} read by outcome ({@code failed} for each attempt that is made again), from zero, and times {@code source.reads} (a batch of chats). */
@SourceComponent
public class ReadMetrics {
    private final Counter published;
    private final Counter vanished;
    private final Counter tooLarge;
    private final Counter unreadable;
    private final Counter failed;
    private final Counter open;
    private final Counter ignored;
    private final Counter absent;
    private final Timer reads;

    ReadMetrics(MeterRegistry registry) {
        published = counter(registry, "published");
        vanished = counter(registry, "vanished");
        tooLarge = counter(registry, "too_large");
        unreadable = counter(registry, "unreadable");
        failed = counter(registry, "failed");
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
            case ReadChat.Open(var key) -> open.increment();
            case ReadChat.Ignored() -> ignored.increment();
            case ReadChat.Absent() -> absent.increment();
            case ReadChat.Failed(var cause) -> failed.increment();
        }
    }

    private Counter counterOf(@Nullable SkipReason reason) {
        return switch (reason) {
            case VANISHED -> vanished;
            case TOO_LARGE -> tooLarge;
            case UNREADABLE -> unreadable;
            case null, default -> published;
        };
    }

    void took(Duration time) {
        reads.record(time);
    }

    /** Chats read and published since the start. */
    public long published() {
        return (long) (published.count() + tooLarge.count() + unreadable.count());
    }

    /** Chats that were gone before they could be read, since the start. */
    public long vanished() {
        return (long) vanished.count();
    }
}
