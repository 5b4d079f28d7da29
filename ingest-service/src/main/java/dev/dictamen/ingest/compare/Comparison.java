package dev.dictamen.ingest.compare;

import dev.dictamen.ingest.compare.Missing.Finding;
import dev.dictamen.ingest.gate.GateMemory.Look;
import dev.dictamen.ingest.read.ClosedPages;
import dev.dictamen.ingest.read.ClosedRow;
import dev.dictamen.ingest.read.Pace;
import dev.dictamen.ingest.read.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** One pass over rows of the chat table: what is closed there and was not published is read and published. For one thread. */
final class Comparison {
    private static final int PAGE = 500;
    private static final int BATCH = 50;

    private final Reader reader;
    private final Pace pace;
    private final Missing missing;

    Comparison(Reader reader, Pace pace, Missing missing) {
        this.reader = reader;
        this.pace = pace;
        this.missing = missing;
    }

    /** What is done with chats that are missing. */
    @FunctionalInterface
    interface Reader {
        /** The ids of those that are published now. */
        List<String> read(List<Wanted> wanted) throws InterruptedException;
    }

    /**
     * What a pass found.
     *
     * @param rows rows read
     * @param closed chats of them that are closed and were compared
     * @param missing ids of those that had not been published
     * @param reconciled ids of the missing ones that are published now
     */
    record Found(long rows, long closed, List<String> missing, List<String> reconciled) {
        static final Found NOTHING = new Found(0, 0, List.of(), List.of());

        Found and(Found other) {
            return new Found(
                    rows + other.rows,
                    closed + other.closed,
                    both(missing, other.missing),
                    both(reconciled, other.reconciled));
        }

        private static List<String> both(List<String> some, List<String> more) {
            return Stream.concat(some.stream(), more.stream()).distinct().toList();
        }
    }

    /** Closing times of the chats that are compared: from the first to before the last. */
    record Span(Instant from, Instant until) {
        boolean isEmpty() {
            return !from.isBefore(until);
        }

        private boolean has(ClosedRow row) {
            var at = row.at();
            return at != null && !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** Passes at most {@code most} rows, or all there are. */
    Found pass(ClosedPages pages, Span span, Look gate, long most) throws InterruptedException {
        var found = Found.NOTHING;
        while (found.rows() < most) {
            pace.await(PAGE);
            var page = pages.next(PAGE);
            if (page.isEmpty()) {
                return found;
            }
            found = found.and(compare(page.get(), span, gate));
        }
        return found;
    }

    /** Compares the rows of one page. */
    Found compare(ClosedPages.Page page, Span span, Look gate) throws InterruptedException {
        var inSpan = page.closed().stream().filter(span::has).toList();
        var unpublished = new ArrayList<ClosedRow>();
        var lost = new LinkedHashSet<String>();
        for (var row : inSpan) {
            var finding = missing.of(row, gate);
            if (finding != Finding.PUBLISHED) {
                unpublished.add(row);
            }
            if (finding == Finding.NOT_PUBLISHED) {
                lost.add(row.key());
            }
        }
        var published = read(unpublished).stream().filter(lost::contains).toList();
        return new Found(page.rows(), inSpan.size(), List.copyOf(lost), published);
    }

    private List<String> read(List<ClosedRow> rows) throws InterruptedException {
        var published = new ArrayList<String>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            var batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            var wanted = batch.stream().map(row -> Wanted.scanned(row.key())).toList();
            published.addAll(reader.read(wanted));
            batch.forEach(missing::wasRead);
        }
        return published;
    }
}
