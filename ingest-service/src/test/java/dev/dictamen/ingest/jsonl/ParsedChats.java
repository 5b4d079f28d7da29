package dev.dictamen.ingest.jsonl;

import dev.dictamen.contract.ClosedChat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reads chats as they are handed in, with a clock that stands still. */
public final class ParsedChats {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final ChatReader READER = new ChatReader(Clock.fixed(NOW, ZoneOffset.UTC));

    private ParsedChats() {}

    /** The reader itself. */
    public static ChatReader reader() {
        return READER;
    }

    static ClosedChat of(String json) {
        return READER.read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }
}
