package dev.dictamen.ingest.testing;

import dev.dictamen.testing.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A desk of the simplest kind, in a schema of its own: chats and their lines, times in unix seconds. */
public final class HelpDesk {
    private static final String MAPPING = """
            name: desk
            chat:
              table: chat
              key: id
              closed: {state: closed}
              openedAt: opened_at
              closedAt: closed_at
              agentId: agent
            messages:
              table: line
              key: id
              chat: chat_id
              text: body
              sentAt: sent_at
              roles:
                - {role: customer, when: {who: customer}}
                - {role: agent, when: {who: agent}}
            """;

    private final TestDatabase server;
    private final String schema;

    private HelpDesk(TestDatabase server, String schema) {
        this.server = server;
        this.schema = schema;
    }

    /** Makes the tables anew; {@code columns} are further ones of the chat table, each behind a comma. */
    public static HelpDesk on(TestDatabase server, String schema, String columns) {
        server.emptySchema(schema);
        server.run(schema, """
                CREATE TABLE chat (id BIGINT PRIMARY KEY, state VARCHAR(10) NOT NULL, opened_at INT, closed_at INT,
                    agent INT %s);
                CREATE TABLE line (id BIGINT AUTO_INCREMENT PRIMARY KEY, chat_id BIGINT NOT NULL, who VARCHAR(10),
                    body TEXT, sent_at INT, KEY (chat_id))
                """.formatted(columns));
        return new HelpDesk(server, schema);
    }

    /** Makes an index by which a time finds chats. */
    public HelpDesk withIndex() {
        return run("CREATE INDEX closed ON chat (closed_at)");
    }

    /** What a user needs to follow it, with its mapping under that folder. */
    public FollowedSchema followed(Path folder) {
        try {
            return FollowedSchema.of(
                    server,
                    schema,
                    Files.writeString(folder.resolve("desk.yml"), MAPPING).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An open chat of two lines. */
    public HelpDesk open(long id) {
        return run("""
                INSERT INTO chat (id, state, opened_at, agent) VALUES (%1$d, 'open', UNIX_TIMESTAMP() - 60, 7);
                INSERT INTO line (chat_id, who, body, sent_at) VALUES
                    (%1$d, 'customer', 'Hola, mi pedido no llega', UNIX_TIMESTAMP() - 50),
                    (%1$d, 'agent', 'Buenas, lo reviso ahora mismo', UNIX_TIMESTAMP() - 40)
                """.formatted(id));
    }

    /** The statement that closes a chat now. */
    public static String closing(long id) {
        return "UPDATE chat SET state = 'closed', closed_at = UNIX_TIMESTAMP() WHERE id = " + id;
    }

    public HelpDesk close(long id) {
        return run(closing(id));
    }

    /** Closes a chat in a session whose changes do not reach the log. */
    public HelpDesk closeUnlogged(long id) {
        return run("SET SESSION sql_log_bin = 0; " + closing(id));
    }

    /** Runs statements in one session, as root. */
    public HelpDesk run(String sql) {
        server.run(schema, sql);
        return this;
    }
}
