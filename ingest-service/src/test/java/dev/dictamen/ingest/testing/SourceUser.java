package dev.dictamen.ingest.testing;

import dev.dictamen.ingest.source.SourceProperties;
import dev.dictamen.testing.database.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A user of a test's server that starts with no privilege; seen as a server, it is that server with this user's login. */
public record SourceUser(TestDatabase server, String name) implements TestDatabase {
    public static final String PASSWORD = "geheim-0815";
    /** ER_NO_SUCH_THREAD of MySQL and MariaDB. */
    private static final int UNKNOWN_THREAD = 1094;

    private static final String HOST = "127.0.0.1";

    /** Creates it, without what one of that name could do before. */
    public static SourceUser on(TestDatabase server, String name) {
        var user = new SourceUser(server, name);
        user.asRoot("DROP USER IF EXISTS " + user.account());
        user.asRoot("CREATE USER " + user.account() + " IDENTIFIED BY '" + PASSWORD + "'");
        return user;
    }

    public String account() {
        return "'" + name + "'@'" + HOST + "'";
    }

    public SourceUser with(String privilege, String on) {
        asRoot("GRANT " + privilege + " ON " + on + " TO " + account());
        return this;
    }

    public void asRoot(String sql) {
        server.run("", sql);
    }

    /** Ends its connections; one that ends by itself meanwhile is as good. */
    public void disconnect() {
        var root = server.jdbc("");
        root.queryForList("SELECT id FROM information_schema.processlist WHERE user = ?", Long.class, name)
                .forEach(id -> kill(id, root));
    }

    private static void kill(long connection, JdbcTemplate root) {
        try {
            root.update("KILL " + connection);
        } catch (UncategorizedSQLException e) {
            if (Objects.requireNonNull(e.getSQLException()).getErrorCode() != UNKNOWN_THREAD) {
                throw e;
            }
        }
    }

    public SourceProperties source(String schema) {
        return source(serverUrl() + schema, PASSWORD);
    }

    public SourceProperties source(String url, String password) {
        return new SourceProperties(url, name, password, "livehelperchat", "", 1, Duration.ofSeconds(1), 200, null);
    }

    @Override
    public String serverUrl() {
        return server.serverUrl();
    }

    @Override
    public String username() {
        return name;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public String dialect() {
        return server.dialect();
    }
}
