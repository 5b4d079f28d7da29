package dev.dictamen.gateway.comparison;

import dev.dictamen.gateway.comparison.ExportLine.Position;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** Writes the compared chats, one line each, as fast as the client takes them. */
@Component
class Export {
    private static final int PAGE = 500;

    private final ExportRepository chats;

    Export(ExportRepository chats) {
        this.chats = chats;
    }

    /** A page of lines each; the next is read when the client has taken the last. */
    Flux<String> write(TwoRuns runs, ExportFormat format) {
        Instant until = chats.lastEvaluatedAt(runs).orElse(Instant.EPOCH);
        return Flux.<String, Position>generate(
                        () -> Position.BEGINNING,
                        (after, out) -> next(chats.page(runs, after, until, PAGE), after, format, out))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Position next(
            List<ExportLine> page, Position after, ExportFormat format, SynchronousSink<String> out) {
        String head = after.equals(Position.BEGINNING) ? format.head() : "";
        out.next(head + format.text(page));
        if (page.size() < PAGE) {
            out.complete();
            return after;
        }
        return page.getLast().at();
    }
}
