package dev.dictamen.stack.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** The statements that make the demo's tables where they are not there yet. */
record ChatSchema(List<String> statements) {
    private static final String FILE = "/demo-chat.sql";

    static ChatSchema read() throws IOException {
        try (InputStream in = Objects.requireNonNull(ChatSchema.class.getResourceAsStream(FILE), FILE)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ChatSchema(List.of(text.strip().split(";\\s*(\n|$)")));
        }
    }

    void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
