package dev.dictamen.ingest.read;

import java.util.List;
import java.util.Optional;

/** Rows of the chat table, page by page. For one thread. */
public interface ClosedPages {
    /**
     * @param closed the closed chats of the page
     * @param rows rows read, closed or not
     */
    record Page(List<ClosedRow> closed, int rows) {}

    /** The next page of at most {@code size} rows; empty at the end. Throws what the database's driver throws. */
    Optional<Page> next(int size);
}
