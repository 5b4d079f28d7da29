package dev.dictamen.ingest.inspect.login;

import dev.dictamen.ingest.source.LoginRefused;
import dev.dictamen.ingest.source.SourceAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Tries a database's address once, and says in one sentence what is wrong with it. */
public final class Reachable {
    private static final int NO_SCHEMA = 1049;
    private static final int NO_RIGHT_TO_SCHEMA = 1044;
    private static final String CONNECT_WITHIN_MS = "10000";

    private Reachable() {}

    /** Connects and goes away again. */
    public static void check(SourceAddress address, DatabaseLogin login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.username());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", CONNECT_WITHIN_MS);
        DriverManager.getConnection(address.jdbcUrl(), properties).close();
    }

    /** What a refusal means, and what to do about it. */
    public static String sentence(SQLException e, SourceAddress address, String username) {
        var server = address.host() + ":" + address.port();
        if (LoginRefused.by(e)) {
            return server + " refuses the user \"" + username
                    + "\" with that password: check --username and the variable" + " SOURCE_PASSWORD";
        }
        return switch (e.getErrorCode()) {
            case NO_SCHEMA -> server + " has no schema " + address.schema() + ": check the end of --url";
            case NO_RIGHT_TO_SCHEMA ->
                "the user " + username + " may not read " + address.schema() + ": GRANT SELECT ON " + address.schema()
                        + ".* TO it";
            default ->
                server + " does not answer as a MySQL or MariaDB server (" + firstLine(e)
                        + "): check host and port in --url, and that the server runs and lets this machine in";
        };
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
