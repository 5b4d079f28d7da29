package dev.dictamen.stack.database;

/**
 * SQL that the server runs at each start, a statement a line: the schemas and their users, whatever was there before. It
 * stays out of the binlog, and so do the passwords.
 */
final class InitialSql {
    private InitialSql() {}

    static String of(DatabaseAddress address) {
        var demo = address.demo();
        return """
                SET sql_log_bin = 0;
                CREATE DATABASE IF NOT EXISTS dictamen CHARACTER SET utf8mb4;
                CREATE DATABASE IF NOT EXISTS demo_chat CHARACTER SET utf8mb4;
                """
                + user(address.owner())
                + grant("ALL PRIVILEGES ON dictamen.*", address.owner())
                + user(demo.writer())
                + grant("SELECT, INSERT, UPDATE, CREATE, INDEX, REFERENCES ON demo_chat.*", demo.writer())
                + user(demo.follower())
                + grant("SELECT ON demo_chat.*", demo.follower())
                + grant("REPLICATION SLAVE, BINLOG MONITOR ON *.*", demo.follower());
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
