package dev.dictamen.sink.store;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/** Tells what the database refuses for its content from what it refuses for the moment (away, deadlock, lock wait). */
final class Refusals {
    /**
     * Content errors that MySQL and MariaDB report under the general SQLSTATE: incorrect string value, check constraint
     * violated (each server has its own number), value out of range, invalid JSON, one packet too large.
     */
    private static final Set<Integer> CONTENT_ERRORS = Set.of(1366, 3819, 4025, 1690, 3140, 1153);

    private static final String PACKET_TOO_LARGE = "PacketTooBigException";

    private Refusals() {}

    /** The same failure as a {@link RefusedDataException} when content is to blame, else as it is. */
    static RuntimeException translate(DataAccessException failure) {
        var cause = failure.getMostSpecificCause();
        return isContentError(cause)
                ? new RefusedDataException("the database refuses the content: " + cause.getMessage(), failure)
                : failure;
    }

    private static boolean isContentError(Throwable cause) {
        return cause instanceof SQLException error
                && (isDataState(error.getSQLState())
                        || CONTENT_ERRORS.contains(error.getErrorCode())
                        || error.getClass().getSimpleName().equals(PACKET_TOO_LARGE));
    }

    /** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation) of ISO/IEC 9075. */
    private static boolean isDataState(String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
