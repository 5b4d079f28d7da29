package dev.dictamen.testing.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database server that belongs to the tests, with one schema per test class. */
public interface TestDatabase {
    /** A tenth of a second each. */
    int MOST_ATTEMPTS = 200;

    /** JDBC address of the server, without a schema, with a slash at its end. */
    String serverUrl();

    String username();

    String password();

    /** The Hibernate dialect that a service is configured with for this server. */
    String dialect();

    /** Runs SQL of many statements in a schema, as root. */
    default void run(String schema, String sql) {
        try (var connection = DriverManager.getConnection(
                        serverUrl() + schema + "?allowMultiQueries=true", username(), password());
                var statement = connection.createStatement()) {
            boolean isResult = statement.execute(sql);
            while (isResult || statement.getUpdateCount() >= 0) {
                isResult = statement.getMoreResults();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("SQL failed in " + schema, e);
        }
    }

    /** Leaves nothing in the binlog of what was committed before; waits until no reader holds on to it. */
    default void purgeLog() {
        try (var connection = DriverManager.getConnection(serverUrl(), username(), password());
                var statement = connection.createStatement()) {
            statement.execute("FLUSH BINARY LOGS");
            var newest = logs(statement).getLast();
            for (int attempt = 0; !logs(statement).getFirst().equals(newest); attempt++) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new IllegalStateException("the binlog before " + newest + " is still in use");
                }
                statement.execute("PURGE BINARY LOGS TO '" + newest + "'");
                Thread.sleep(100);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot purge the binlog", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> logs(Statement statement) throws SQLException {
        var files = new ArrayList<String>();
        try (var logs = statement.executeQuery("SHOW BINARY LOGS")) {
            while (logs.next()) {
                files.add(logs.getString(1));
            }
        }
        return files;
    }

    /** Address of a new, empty schema. */
    default String emptySchema(String name) {
        try (var connection = DriverManager.getConnection(serverUrl(), username(), password());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create schema " + name, e);
        }
        return serverUrl() + name;
    }
}
