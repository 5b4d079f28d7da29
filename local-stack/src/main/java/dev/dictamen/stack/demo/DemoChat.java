package dev.dictamen.stack.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sample chat whose messages say how many seconds after the first they came.
 *
 * @param meta what is known of the chat, in the words of the import format
 */
record DemoChat(Map<String, Object> meta, List<DemoMessage> transcript) {
    /** One message, {@code at} seconds after the first. */
    record DemoMessage(String role, String content, long at) {
        Map<String, Object> sentAt(Instant time) {
            return Map.of("role", role, "content", content, "timestamp", time.toString());
        }
    }

    /** The chat in the import format, as if its last message had been sent at this moment. */
    Map<String, Object> closedAt(Instant moment, String id) {
        var chat = new LinkedHashMap<String, Object>();
        chat.put("conversation_id", id);
        chat.put("meta", meta);
        long last = transcript.getLast().at();
        chat.put(
                "transcript",
                transcript.stream()
                        .map(message -> message.sentAt(moment.minusSeconds(last - message.at())))
                        .toList());
        return chat;
    }
}
