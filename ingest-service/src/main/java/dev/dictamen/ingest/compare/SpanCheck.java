package dev.dictamen.ingest.compare;

import dev.dictamen.contract.Word;
import dev.dictamen.ingest.compare.Comparison.Found;
import dev.dictamen.ingest.compare.Comparison.Span;
import dev.dictamen.ingest.gate.GateMemory;
import dev.dictamen.ingest.read.ChangedChats;
import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.read.ClosedPages;
import dev.dictamen.ingest.read.Pace;
import dev.dictamen.ingest.read.Wanted;
import dev.dictamen.ingest.source.SourceComponent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The comparison that somebody asks for, over a span of their choice: one at a time, page by page, on a thread of its own. */
@SourceComponent
class SpanCheck {
    private static final Logger log = LoggerFactory.getLogger(SpanCheck.class);
    private static final int PAGE = 500;
    private static final int MOST_IDS = 100;

    private final ChangedChats changed;
    private final ChatReading reading;
    private final GateMemory gate;
    private final Following following;
    private final CompareProperties settings;
    private volatile @Nullable CheckReport report;

    SpanCheck(
            ChangedChats changed,
            ChatReading reading,
            GateMemory gate,
            Following following,
            CompareProperties settings) {
        this.changed = changed;
        this.reading = reading;
        this.gate = gate;
        this.following = following;
        this.settings = settings;
    }

    /** How far a check is. */
    enum State implements Word {
        RUNNING,
        FINISHED,
        FAILED
    }

    /**
     * A check.
     *
     * @param from closing time from which chats are compared
     * @param until to before which
     * @param onlyLook whether missing chats are told, and not read
     * @param closed closed chats compared so far
     * @param missing those of them that had not been published
     * @param published of the missing ones, those that are now
     * @param ids some of the missing ones
     * @param problem why it failed; null for the others
     */
    record CheckReport(
            State state,
            Instant from,
            Instant until,
            boolean onlyLook,
            long rows,
            long closed,
            long missing,
            long published,
            List<String> ids,
            @Nullable String problem) {
        private static CheckReport of(Span span, boolean onlyLook) {
            return new CheckReport(State.RUNNING, span.from(), span.until(), onlyLook, 0, 0, 0, 0, List.of(), null);
        }

        private CheckReport found(Found found) {
            return new CheckReport(
                    state,
                    from,
                    until,
                    onlyLook,
                    found.rows(),
                    found.closed(),
                    found.missing().size(),
                    onlyLook ? 0 : found.reconciled().size(),
                    found.missing().stream().limit(MOST_IDS).toList(),
                    problem);
        }

        private CheckReport ended(State how, @Nullable String why) {
            return new CheckReport(how, from, until, onlyLook, rows, closed, missing, published, ids, why);
        }

        boolean isRunning() {
            return state == State.RUNNING;
        }
    }

    /** The check that runs, or the last one; empty before the first. */
    Optional<CheckReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * Begins one; without {@code since} over all that is this source's to publish.
     *
     * @throws IllegalStateException with what to do when it cannot begin now
     */
    synchronized CheckReport start(@Nullable Instant since, boolean onlyLook) {
        if (report != null && report.isRunning()) {
            throw new IllegalStateException("a check runs already; wait until it has ended");
        }
        var standing = following
                .standing()
                .orElseThrow(() -> new IllegalStateException("the source is not followed yet; see ./dictamen status"));
        var look = gate.look()
                .orElseThrow(() -> new IllegalStateException("the gate is starting; try again in some seconds"));
        var span = new Span(
                since == null ? standing.comparableFrom() : since, changed.now().minus(settings.after()));
        var begun = CheckReport.of(span, onlyLook);
        report = begun;
        Thread.ofVirtual().name("source-check").start(() -> run(begun, span, look));
        return begun;
    }

    private void run(CheckReport begun, Span span, GateMemory.Look look) {
        Comparison.Reader reader =
                begun.onlyLook() ? wanted -> wanted.stream().map(Wanted::key).toList() : reading::readAndPublish;
        var comparison = new Comparison(reader, new Pace(settings.rowsPerSecond()), new Missing());
        try {
            var found = Found.NOTHING;
            for (var pages : pages(span)) {
                found = pass(comparison, pages, span, look, found);
            }
            report = begun.found(found).ended(State.FINISHED, null);
            log.info(
                    "event=source-checked closed={} missing={}",
                    found.closed(),
                    found.missing().size());
        } catch (InterruptedException | RuntimeException e) {
            report = Optional.ofNullable(report).orElse(begun).ended(State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private List<ClosedPages> pages(Span span) {
        var times = changed.indexedTimes();
        return times.isEmpty()
                ? List.of(changed.sweep(null))
                : times.stream()
                        .map(time -> changed.between(time, span.from(), span.until()))
                        .toList();
    }

    private Found pass(Comparison comparison, ClosedPages pages, Span span, GateMemory.Look look, Found before)
            throws InterruptedException {
        var found = before;
        var stretch = comparison.pass(pages, span, look, PAGE);
        while (stretch.rows() > 0) {
            found = found.and(stretch);
            report = Optional.ofNullable(report).orElseThrow().found(found);
            stretch = comparison.pass(pages, span, look, PAGE);
        }
        return found;
    }
}
