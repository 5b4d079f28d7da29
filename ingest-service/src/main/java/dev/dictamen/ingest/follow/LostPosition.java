package dev.dictamen.ingest.follow;

import com.github.shyiko.mysql.binlog.network.ServerException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an engine ended because nothing can be read from its position on: the server's log does not reach back to it any
 * more, or what it knows of a table is not what the log has (a statement that changed the table could not be parsed).
 */
final class LostPosition {
    /** ER_MASTER_FATAL_ERROR_READING_BINLOG, of both servers. */
    private static final int FATAL_READING_LOG = 1236;

    /** Said under the same number to a reader that another one with its SOURCE_SERVER_ID has put out. */
    private static final String OTHER_READER = "same server_uuid/server_id";

    /** What an engine says of a table that it knows otherwise than the log has it. */
    private static final List<String> OTHER_TABLE =
            List.of("schema isn't known to this connector", "Data row is smaller than a column index");

    private LostPosition() {}

    static boolean isCauseOf(String message, @Nullable Throwable error) {
        if (message.toLowerCase(Locale.ROOT).contains("no longer available on the server")) {
            return true;
        }
        boolean isLost = false;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            var text = String.valueOf(cause.getMessage());
            if (text.contains(OTHER_READER)) {
                return false;
            }
            isLost |= isLost(cause, text);
        }
        return isLost;
    }

    private static boolean isLost(Throwable cause, String text) {
        return (cause instanceof ServerException server && server.getErrorCode() == FATAL_READING_LOG)
                || text.contains("no longer available on the server")
                || OTHER_TABLE.stream().anyMatch(text::contains)
                || text.contains("Error code: " + FATAL_READING_LOG);
    }
}
