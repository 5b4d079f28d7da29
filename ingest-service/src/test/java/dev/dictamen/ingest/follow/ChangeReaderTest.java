package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.mapping.KeyType;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.read.ChatKeys;
import dev.dictamen.ingest.read.Wanted;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which chat a change names. The mapping's own columns say whether a chat is closed, or only a joined one does. */
class ChangeReaderTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
    private static final Schema CHAT = SchemaBuilder.struct()
            .optional()
            .field("id", Schema.INT64_SCHEMA)
            .field("status", Schema.INT32_SCHEMA)
            .build();
    private static final Schema LINE = SchemaBuilder.struct()
            .optional()
            .field("id", Schema.INT64_SCHEMA)
            .field("chat_id", Schema.OPTIONAL_INT64_SCHEMA)
            .build();
    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("table", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();
    private static final String OWN = "{status: 2}";
    private static final String JOINED = "{state.kind: closed}";

    private final OpenChats openChats = new OpenChats(new LoggedAhead(Clock.systemUTC()));

    @Test
    void aCloseIsTimedByTheLog() {
        assertThat(reader(OWN).read(update("chats", chat(1), chat(2))))
                .containsExactly(new Change.OfChat(new Wanted("7", AT, false, null)));
    }

    @Test
    void aChatThatStaysClosedOrComesClosedHasNoTimeOfClosing() {
        var expected = new Change.OfChat(new Wanted("7", null, false, null));

        assertThat(reader(OWN).read(update("chats", chat(2), chat(2)))).containsExactly(expected);
        assertThat(reader(OWN).read(update("chats", null, chat(2)))).containsExactly(expected);
    }

    @Test
    void messagesOfOpenChatsAndDeletedChatsAreNoChange() {
        var reader = reader(OWN);

        assertThat(reader.read(update("chats", null, chat(1)))).isEmpty();
        assertThat(reader.read(update("lines", null, line()))).isEmpty();
        assertThat(reader.read(update("chats", chat(2), null))).isEmpty();
        assertThat(reader.read(update("other", null, line()))).isEmpty();
    }

    @Test
    void aChatThatGoesAfterItClosedIsWantedAsOneThatWasClosed() {
        var reader = reader(OWN);
        assertThat(reader.read(update("chats", chat(1), chat(2)))).hasSize(1);

        assertThat(reader.read(update("chats", chat(2), null)))
                .containsExactly(new Change.OfChat(new Wanted("7", AT, true, null)));
    }

    @Test
    void aMessageOfAChatThatIsNotKnownToBeOpenNamesIt() {
        assertThat(reader(OWN).read(update("lines", null, line())))
                .containsExactly(new Change.OfChat(Wanted.scanned("7")));
    }

    @Test
    void aMessageThatGoesToAnotherChatIsAChangeOfBoth() {
        assertThat(reader(OWN).read(update("lines", line(), line().put("chat_id", 8L))))
                .containsExactly(new Change.OfChat(Wanted.scanned("8")), new Change.OfChat(Wanted.scanned("7")));
        assertThat(reader(OWN).read(update("lines", line(), line().put("chat_id", null))))
                .containsExactly(new Change.OfChat(Wanted.scanned("7")));
    }

    @Test
    void aMessageThatIsDeletedIsAChangeOfItsChat() {
        assertThat(reader(OWN).read(update("lines", line(), null)))
                .containsExactly(new Change.OfChat(Wanted.diminished("7")));
    }

    @Test
    void aChatWhoseKeyIsDeletedIsNoLongerKnownToBeOpen() {
        var reader = reader(OWN);
        assertThat(reader.read(update("chats", null, chat(1)))).isEmpty();
        assertThat(reader.read(update("lines", null, line()))).isEmpty();

        assertThat(reader.read(update("chats", chat(1), null))).isEmpty();

        assertThat(reader.read(update("lines", null, line()))).hasSize(1);
    }

    @Test
    void whereOnlyAJoinedColumnTellsAChangeOfTheChatEndsThatItIsKnownToBeOpen() {
        var reader = reader(JOINED);
        openChats.readOpen("7", System.nanoTime());
        assertThat(reader.read(update("lines", null, line()))).isEmpty();

        assertThat(reader.read(update("chats", chat(1), chat(2))))
                .containsExactly(new Change.OfChat(Wanted.scanned("7")));

        assertThat(reader.read(update("lines", null, line()))).containsExactly(new Change.OfChat(Wanted.scanned("7")));
    }

    private ChangeReader reader(String closed) {
        var yaml = """
                name: sample
                joins: {state: {table: states, key: id, from: status}}
                chat: {table: chats, key: id, closed: %s, closedAt: at}
                messages:
                  {table: lines, key: id, chat: chat_id, text: body, roles: [{role: agent, when: {kind: 1}}]}
                """.formatted(closed);
        var number = new KeyType.Numbers();
        var keys = new ChatKeys(() -> new ChatKeys.Types(number, number, number));
        return new ChangeReader(Mappings.parse(yaml, "sample"), keys, openChats);
    }

    private static Struct chat(int status) {
        return new Struct(CHAT).put("id", 7L).put("status", status);
    }

    private static Struct line() {
        return new Struct(LINE).put("id", 70L).put("chat_id", 7L);
    }

    private static SourceRecord update(String table, @Nullable Struct before, @Nullable Struct after) {
        var row = table.equals("chats") ? CHAT : LINE;
        var schema = SchemaBuilder.struct()
                .field("op", Schema.STRING_SCHEMA)
                .field("before", row)
                .field("after", row)
                .field("source", SOURCE)
                .build();
        var event = new Struct(schema)
                .put("op", "u")
                .put("before", before)
                .put("after", after)
                .put("source", new Struct(SOURCE).put("table", table).put("ts_ms", AT.toEpochMilli()));
        return new SourceRecord(Map.of(), Map.of(), "log", schema, event);
    }
}
