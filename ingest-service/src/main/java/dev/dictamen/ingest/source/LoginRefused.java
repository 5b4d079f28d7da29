package dev.dictamen.ingest.source;

import java.sql.SQLException;

/** Tells whether a server did not let a user in. */
public final class LoginRefused {
    /** ER_ACCESS_DENIED_ERROR, of both servers. */
    private static final int WITH_PASSWORD = 1045;
    /** ER_ACCESS_DENIED_NO_PASSWORD_ERROR, MariaDB's for a user that it does not know or that gave none. */
    private static final int WITHOUT_PASSWORD = 1698;

    private LoginRefused() {}

    public static boolean by(SQLException e) {
        return e.getErrorCode() == WITH_PASSWORD || e.getErrorCode() == WITHOUT_PASSWORD;
    }
}
