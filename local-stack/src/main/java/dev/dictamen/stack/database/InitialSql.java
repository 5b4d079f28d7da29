package dev.dictamen.stack.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * SQL that the server runs at each start, a statement a line: the schemas, the demo's tables and the users, whatever was
 * there before. It stays out of the binlog, and so do the passwords.
 */
final class InitialSql {
    private static final String DEMO_TABLES = "/demo-chat.sql";

    private InitialSql() {}

    static String of(DatabaseAddress address) throws IOException {
        var demo = address.demo();
        return """
                SET sql_log_bin = 0;
                CREATE DATABASE IF NOT EXISTS dictamen CHARACTER SET utf8mb4;
                CREATE DATABASE IF NOT EXISTS demo_chat CHARACTER SET utf8mb4;
                """
                + user(address.owner())
                + grant("ALL PRIVILEGES ON dictamen.*", address.owner())
                + user(demo.writer())
                + grant("SELECT, INSERT, UPDATE ON demo_chat.*", demo.writer())
                + user(demo.follower())
                + grant("SELECT ON demo_chat.*", demo.follower())
                + grant("REPLICATION SLAVE, BINLOG MONITOR ON *.*", demo.follower())
                + "USE demo_chat;\n"
                + demoTables();
    }

    /** The demo's tables, each statement on one line as the server wants it. */
    private static String demoTables() throws IOException {
        try (InputStream in = Objects.requireNonNull(InitialSql.class.getResourceAsStream(DEMO_TABLES), DEMO_TABLES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replaceAll("\\s+", " ")
                    .replace("; ", ";\n");
        }
    }

    private static String user(Account account) {
        return """
                CREATE USER IF NOT EXISTS '%1$s'@'%%';
                ALTER USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
                """.formatted(account.username(), account.password());
    }

    private static String grant(String privileges, Account account) {
        return "GRANT %s TO '%s'@'%%';\n".formatted(privileges, account.username());
    }
}
