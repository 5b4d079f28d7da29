package dev.dictamen.sink.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A database server that belongs to the tests, with one schema per test class. */
public interface TestDatabase {
    /** JDBC address of the server, without a schema, with a slash at its end. */
    String serverUrl();

    String username();

    String password();

    /** The Hibernate dialect that a service is configured with for this server. */
    String dialect();

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
