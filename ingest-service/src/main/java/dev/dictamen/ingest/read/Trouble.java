package dev.dictamen.ingest.read;

import java.sql.SQLException;
import java.util.Arrays;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

/** Tells what a failure of reading or publishing is of: of everything, or of one chat. Never repeats a message, which may hold chat text. */
final class Trouble {
    private static final String OURS = "dev.dictamen.";

    private Trouble() {}

    /** Tables, columns or privileges are not there: no chat can be read. */
    static boolean isOfTables(Throwable e) {
        return e instanceof BadSqlGrammarException || e instanceof PermissionDeniedDataAccessException;
    }

    /** The database is away or busy, unless it answers another question. */
    static boolean isOfConnection(Throwable e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof RecoverableDataAccessException
                || e instanceof TransientDataAccessException;
    }

    /** No topic will ever take the chat as it is. */
    static boolean isOfRecord(Throwable e) {
        return hasCause(e, RecordTooLargeException.class) || hasCause(e, SerializationException.class);
    }

    /** Larger than a topic takes. */
    static boolean isSize(Throwable e) {
        return hasCause(e, RecordTooLargeException.class);
    }

    private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The failure in a few words without anything of the chat. */
    static String textOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof SQLException sql) {
            return "the database answers with error " + sql.getErrorCode() + " (" + sql.getSQLState() + ")";
        }
        return root.getClass().getSimpleName()
                + Arrays.stream(root.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .map(frame -> " in "
                                + frame.getClassName()
                                        .substring(frame.getClassName().lastIndexOf('.') + 1) + "."
                                + frame.getMethodName())
                        .orElse("");
    }
}
