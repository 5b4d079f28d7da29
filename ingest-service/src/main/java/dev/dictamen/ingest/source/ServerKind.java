package dev.dictamen.ingest.source;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the two relatives a database server is. */
public enum ServerKind {
    MYSQL("io.debezium.connector.mysql.MySqlConnector", "REPLICATION CLIENT"),
    MARIADB("io.debezium.connector.mariadb.MariaDbConnector", "BINLOG MONITOR");

    private final String connector;
    private final String logPrivilege;

    ServerKind(String connector, String logPrivilege) {
        this.connector = connector;
        this.logPrivilege = logPrivilege;
    }

    static ServerKind of(JdbcClient jdbc) {
        var version = jdbc.sql("SELECT VERSION()").query(String.class).single();
        return version.contains("MariaDB") ? MARIADB : MYSQL;
    }

    /**
     * Whether anything was ever written to the log. MariaDB's connector cannot begin before: it asks for the position of a
     * last transaction that is not there.
     */
    boolean hasWrittenLog(JdbcClient jdbc) {
        return this == MYSQL
                || !jdbc.sql("SELECT @@GLOBAL.gtid_binlog_pos")
                        .query(String.class)
                        .single()
                        .isBlank();
    }

    /** Class of the connector that follows its log. */
    public String connector() {
        return connector;
    }

    /** The privilege to ask where the log stands. */
    String logPrivilege() {
        return logPrivilege;
    }

    /**
     * The connector's word for a TLS mode of MySQL's driver. MariaDB's has none for {@code preferred}: it encrypts where that
     * driver's own connection to the server {@code isEncrypted}.
     */
    public String sslMode(String mysqlWord, boolean isEncrypted) {
        if (this == MYSQL) {
            return mysqlWord;
        }
        return switch (mysqlWord) {
            case "required" -> "trust";
            case "verify_ca" -> "verify-ca";
            case "verify_identity" -> "verify-full";
            case "preferred" -> isEncrypted ? "trust" : "disable";
            default -> "disable";
        };
    }

    /** The connector's setting that tells its driver the zone of the session, so that no name of the server's has to be understood. */
    public String zoneSetting() {
        return this == MYSQL ? "driver.connectionTimeZone" : "driver.timezone";
    }
}
