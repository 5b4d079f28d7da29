package dev.dictamen.stack.database;

/** Where the database listens and who may use it. The password has no quote or backslash in it. */
public record DatabaseAddress(String host, int port, String url, String username, String password) {
    String initialSql() {
        return """
                CREATE DATABASE IF NOT EXISTS dictamen CHARACTER SET utf8mb4;
                CREATE USER IF NOT EXISTS '%1$s'@'%%';
                ALTER USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON dictamen.* TO '%1$s'@'%%';
                """.formatted(username, password);
    }

    @Override
    public String toString() {
        return url;
    }
}
