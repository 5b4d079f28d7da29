package dev.dictamen.testing.database;

import static org.awaitility.Awaitility.await;

import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database server that belongs to the tests, with one schema per test class. */
public interface TestDatabase {
    Duration PURGED_WITHIN = Duration.ofSeconds(20);

    /** JDBC address of the server, without a schema, with a slash at its end. */
    String serverUrl();

    String username();

    String password();

    /** The Hibernate dialect that a service is configured with for this server. */
    String dialect();

    /** Root's queries in a schema, or in none. */
    default JdbcTemplate jdbc(String schema) {
        return new JdbcTemplate(new DriverManagerDataSource(serverUrl() + schema, username(), password()));
    }

    /** Runs SQL of many statements in a schema, as root. */
    default void run(String schema, String sql) {
        jdbc(schema + "?allowMultiQueries=true").execute((Statement statement) -> {
            boolean isResult = statement.execute(sql);
            while (isResult || statement.getUpdateCount() >= 0) {
                isResult = statement.getMoreResults();
            }
            return isResult;
        });
    }

    /** Leaves nothing in the binlog of what was committed before; waits until no reader holds on to it. */
    default void purgeLog() {
        var jdbc = jdbc("");
        jdbc.execute("FLUSH BINARY LOGS");
        var newest = logs(jdbc).getLast();
        await().atMost(PURGED_WITHIN).until(() -> {
            jdbc.execute("PURGE BINARY LOGS TO '" + newest + "'");
            return logs(jdbc).getFirst().equals(newest);
        });
    }

    private static List<String> logs(JdbcTemplate jdbc) {
        return jdbc.query("SHOW BINARY LOGS", (log, number) -> log.getString(1));
    }

    /** Address of a new, empty schema. */
    default String emptySchema(String name) {
        var jdbc = jdbc("");
        jdbc.execute("DROP DATABASE IF EXISTS " + name);
        jdbc.execute("CREATE DATABASE " + name);
        return serverUrl() + name;
    }
}
