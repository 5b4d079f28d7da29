package dev.dictamen.stack.importing;

import java.util.List;

/** What became of a batch. */
record BatchResult(int accepted, List<Rejection> rejected, UnreadTimes times) {
    BatchResult {
        rejected = List.copyOf(rejected);
    }
}
