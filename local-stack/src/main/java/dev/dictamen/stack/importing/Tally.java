package dev.dictamen.stack.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What has become of the lines so far. Results come in the file's order; a few rejections are kept to be shown. */
final class Tally {
    private static final int SHOWN = 5;

    private final ImportReport report;
    private final List<Rejection> first = new ArrayList<>();
    private long accepted;
    private long rejected;
    private UnreadTimes times = UnreadTimes.NONE;

    Tally(ImportReport report) {
        this.report = report;
    }

    void add(BatchResult result) throws IOException {
        accepted += result.accepted();
        times = times.and(result.times());
        for (var rejection : result.rejected()) {
            add(rejection);
        }
    }

    void add(Rejection rejection) throws IOException {
        rejected++;
        report.add(rejection);
        if (first.size() < SHOWN) {
            first.add(rejection);
        }
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    /** Times of accepted chats that could not be read. */
    UnreadTimes times() {
        return times;
    }

    List<Rejection> first() {
        return List.copyOf(first);
    }
}
