package dev.dictamen.ingest.testing;

import java.time.Instant;

/** Chats of the JSONL form, as text. */
public final class ChatJson {
    private ChatJson() {}

    /** A chat of two messages, the second one at {@code time}. */
    public static String closedAt(String id, Instant time) {
        return """
                {"conversation_id": "%s", "meta": {"idioma": "es", "agent_id": "7"}, "transcript": [\
                {"role": "user", "content": "Hola", "timestamp": "%s"}, \
                {"role": "assistant", "content": "Buenos días", "timestamp": "%s"}]}""".formatted(id, time.minusSeconds(30), time);
    }

    /** A chat without times whose customer says {@code text}. */
    public static String saying(String id, String text) {
        return """
                {"conversation_id": "%s", "transcript": [{"role": "user", "content": "%s"}]}""".formatted(id, text);
    }

    /** A chat with this transcript, {@code '} standing for {@code "}. */
    public static String withTranscript(String transcript) {
        return quoted("{'conversation_id': 'c-1', 'transcript': " + transcript + "}");
    }

    /** JSON written with {@code '} in place of {@code "}. */
    public static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
