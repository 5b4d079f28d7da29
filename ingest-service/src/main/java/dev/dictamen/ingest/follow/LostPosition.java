package dev.dictamen.ingest.follow;

import com.github.shyiko.mysql.binlog.network.ServerException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether an engine ended because the server's log does not reach back to its position any more. */
final class LostPosition {
    /** ER_MASTER_FATAL_ERROR_READING_BINLOG, of both servers. */
    private static final int FATAL_READING_LOG = 1236;

    private LostPosition() {}

    static boolean isCauseOf(String message, @Nullable Throwable error) {
        if (message.toLowerCase(Locale.ROOT).contains("no longer available on the server")) {
            return true;
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException server && server.getErrorCode() == FATAL_READING_LOG) {
                return true;
            }
            var text = String.valueOf(cause.getMessage());
            if (text.contains("no longer available on the server")
                    || text.contains("Error code: " + FATAL_READING_LOG)) {
                return true;
            }
        }
        return false;
    }
}
