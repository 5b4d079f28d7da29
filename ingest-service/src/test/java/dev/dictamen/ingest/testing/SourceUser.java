package dev.dictamen.ingest.testing;

import dev.dictamen.ingest.source.SourceProperties;
import dev.dictamen.testing.database.TestDatabase;
import java.time.Duration;

/** A user of a test's server that starts with no privilege; seen as a server, it is that server with this user's login. */
public record SourceUser(TestDatabase server, String name) implements TestDatabase {
    public static final String PASSWORD = "geheim-0815";
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

    /** Ends its connections. */
    public void disconnect() {
        var root = server.jdbc("");
        root.queryForList("SELECT id FROM information_schema.processlist WHERE user = ?", Long.class, name)
                .forEach(id -> root.update("KILL " + id));
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
