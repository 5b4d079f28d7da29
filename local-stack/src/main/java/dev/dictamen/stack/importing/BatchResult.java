package dev.dictamen.stack.importing;

import java.util.List;

/** What became of a batch. */
record BatchResult(int accepted, List<Rejection> rejected) {
    BatchResult {
        rejected = List.copyOf(rejected);
    }
}
