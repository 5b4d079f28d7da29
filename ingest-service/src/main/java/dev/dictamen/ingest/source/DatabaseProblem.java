package dev.dictamen.ingest.source;

import dev.dictamen.contract.SourceStatus.State;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;

/** Says what a database's refusal means and what to do about it. */
final class DatabaseProblem {
    private static final int NO_SCHEMA = 1049;

    private DatabaseProblem() {}

    static State stateOf(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause && needsSomebody(cause)
                ? State.MISCONFIGURED
                : State.RECONNECTING;
    }

    private static boolean needsSomebody(SQLException cause) {
        int code = cause.getErrorCode();
        return LoginRefused.by(cause) || code == NO_SCHEMA || Requirements.isAccessDenied(cause);
    }

    static String textOf(DataAccessException e, SourceProperties source) {
        var address = SourceAddress.of(source.url());
        var cause = e.getMostSpecificCause();
        int code = cause instanceof SQLException sql ? sql.getErrorCode() : 0;
        if (cause instanceof SQLException refused && LoginRefused.by(refused)) {
            return "the server does not let " + source.username() + " in: check SOURCE_USERNAME and SOURCE_PASSWORD";
        }
        if (code == NO_SCHEMA) {
            return "there is no schema " + address.schema() + ": check SOURCE_URL";
        }
        if (cause instanceof SQLException sql && Requirements.isAccessDenied(sql)) {
            return DatabaseAccount.deniedIn(String.valueOf(sql.getMessage()))
                            .orElse(new DatabaseAccount(source.username(), "%"))
                            .lacks("SELECT", DatabaseAccount.quoted(address.schema()) + ".*")
                    + " (or SOURCE_URL names the wrong schema)";
        }
        return "the database at " + address.host() + ":" + address.port() + " does not answer: "
                + String.valueOf(cause.getMessage()).replaceAll("\\s+", " ")
                + "; check SOURCE_URL, and that the server runs and can be reached from here";
    }
}
