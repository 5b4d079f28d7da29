package dev.dictamen.ingest.testing;

import dev.dictamen.testing.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The smallest chat product: a table of chats, one of their lines. Keys are given as SQL literals, times are now. */
public record DeskSchema(TestDatabase server, String schema) {
    /** What its columns mean. */
    public static final String MAPPING = """
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

    /** The tables, empty; {@code key} and {@code reference} are types of columns. */
    public static DeskSchema of(TestDatabase server, String schema, String key, String reference) {
        server.emptySchema(schema);
        server.run(schema, """
                CREATE TABLE chat (id %s PRIMARY KEY, state VARCHAR(10) NOT NULL, opened_at BIGINT, closed_at BIGINT, agent INT)
                  DEFAULT CHARSET utf8mb4;
                CREATE TABLE line (id BIGINT AUTO_INCREMENT PRIMARY KEY, chat_id %s, who VARCHAR(10), body MEDIUMTEXT,
                  sent_at BIGINT, KEY (chat_id)) DEFAULT CHARSET utf8mb4;
                """.formatted(key, reference));
        return new DeskSchema(server, schema);
    }

    /** How it is followed: its mapping, with more lines at the end of {@code messages}, written into that folder. */
    public FollowedSchema followed(Path folder, String more) {
        try {
            var file = Files.writeString(folder.resolve("desk.yml"), MAPPING + more);
            return FollowedSchema.of(server, schema, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An open chat of two messages. */
    public void open(String key, String reference) {
        run("INSERT INTO chat (id, state, opened_at, agent) VALUES (" + key + ", 'open', UNIX_TIMESTAMP() - 60, 7)");
        say(reference, "customer", "'Hola, mi pedido no llega'");
        say(reference, "agent", "'Buenas, lo reviso'");
    }

    /** One message more; {@code text} as SQL. */
    public void say(String reference, String who, String text) {
        run("INSERT INTO line (chat_id, who, body, sent_at) VALUES (" + reference + ", '" + who + "', " + text
                + ", UNIX_TIMESTAMP())");
    }

    public void close(String key) {
        run(closing(key));
    }

    /** The statement that closes a chat now. */
    public static String closing(String key) {
        return "UPDATE chat SET state = 'closed', closed_at = UNIX_TIMESTAMP() WHERE id = " + key;
    }

    public void run(String sql) {
        server.run(schema, sql);
    }
}
