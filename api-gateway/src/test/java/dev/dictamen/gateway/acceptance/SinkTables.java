package dev.dictamen.gateway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The sink's tables as the sink's migrations make them. */
final class SinkTables {
    private static final Path MIGRATIONS = Path.of("..", "result-sink", "src/main/resources/db/migration/sink");

    private SinkTables() {}

    /** @param url of an empty schema */
    static void create(String url) {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            for (var migration : migrations()) {
                for (var sql : read(migration).split(";\\R")) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the sink's tables", e);
        }
    }

    private static List<Path> migrations() {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^\\s*--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
