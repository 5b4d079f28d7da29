package dev.dictamen.ingest.testing;

import dev.dictamen.testing.data.TestData;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.RealMySql;
import dev.dictamen.testing.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chat product's real database with what must be published of it, from the test data. */
public enum ChatProduct {
    LIVEHELPERCHAT("lhc"),
    WHATICKET("whaticket");

    private final String file;

    ChatProduct(String file) {
        this.file = file;
    }

    /** The preset's name. */
    public String preset() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether most of its users run it on this kind of server; on MariaDB where there is no other. */
    public boolean isMostlyOn(TestDatabase kind) {
        boolean isMariaDb = kind instanceof EmbeddedMariaDb;
        boolean wantsMariaDb = this == WHATICKET || !RealMySql.isAvailable();
        return isMariaDb == wantsMariaDb;
    }

    /** Loads the 300 chats into a new schema of that name; the test is skipped where the data is absent. */
    public void load(TestDatabase server, String schema) {
        var sql = text("sql/" + file + "-300.sql.gz");
        server.emptySchema(schema);
        server.run(schema, "ALTER DATABASE " + schema + " CHARACTER SET utf8mb4; " + sql);
    }

    /** The chats that must be published, one JSON object each. */
    public List<JsonNode> expected() {
        return text("sql/" + file + "-300.expected.jsonl.gz")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    /** The steps of the live script, the first at index 1; index 0 is its preamble. */
    public List<String> liveSteps() {
        return List.of(text("sql/" + file + "-live.sql.gz").split("\n-- STEP [0-9]+:[^\n]*"));
    }

    /** A chat of the history that no step touches. */
    public String markedChat() {
        return this == LIVEHELPERCHAT ? "1001" : "1";
    }

    /** SQL that adds a customer's message to it. */
    public String lateMessage(String text) {
        return this == LIVEHELPERCHAT
                ? "INSERT INTO lh_msg (msg, meta_msg, time, chat_id, user_id, name_support) VALUES ('" + text
                        + "', '', UNIX_TIMESTAMP(), 1001, 0, '')"
                : "INSERT INTO Messages (id, body, ticketId, contactId, fromMe, mediaType, `read`, createdAt, updatedAt)"
                        + " VALUES ('" + text + "', '" + text + "', 1, 1, 0, 'chat', 0, NOW(6), NOW(6))";
    }

    /** What must be published after each step. */
    public List<JsonNode> liveExpected() {
        return JsonMapper.shared()
                .readTree(text("sql/" + file + "-live.expected.json"))
                .get("steps")
                .valueStream()
                .toList();
    }

    /** The servers that there are: MariaDB always, a real MySQL where the machine has one. */
    public static Stream<TestDatabase> servers() {
        var servers = new ArrayList<TestDatabase>(List.of(EmbeddedMariaDb.shared()));
        if (RealMySql.isAvailable()) {
            servers.add(RealMySql.shared());
        }
        return servers.stream();
    }

    /** All of them with {@code -Ddictamen.long=true}, else the first. */
    public static Stream<TestDatabase> serversInDepth() {
        return Boolean.getBoolean("dictamen.long") ? servers() : servers().limit(1);
    }

    private static String text(String name) {
        return new String(TestData.bytes(name), StandardCharsets.UTF_8);
    }
}
