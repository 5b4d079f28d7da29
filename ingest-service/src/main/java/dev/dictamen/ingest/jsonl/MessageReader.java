package dev.dictamen.ingest.jsonl;

import dev.dictamen.contract.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the transcript: every message in its order, or a refusal that names the message (counted from 0). */
final class MessageReader {
    private static final Field ROLE = Field.of("role", "speaker");
    private static final Field CONTENT = Field.of("content", "text");
    private static final Field TIME = Field.of("timestamp", "sent_at");

    private MessageReader() {}

    static List<ChatMessage> read(ObjectNode chat, UnreadTimes times) {
        JsonNode transcript = chat.get("transcript");
        if (transcript == null) {
            throw new RejectedChatException("no transcript");
        }
        if (!transcript.isArray()) {
            throw new RejectedChatException("transcript is " + Json.kind(transcript) + ", not a list");
        }
        if (transcript.size() > Limits.MESSAGES) {
            throw new RejectedChatException(
                    "transcript has " + transcript.size() + " messages; at most " + Limits.MESSAGES + " are taken");
        }
        var messages = new ArrayList<ChatMessage>(transcript.size());
        for (JsonNode message : transcript) {
            messages.add(message(messages.size(), message, times));
        }
        return messages;
    }

    private static ChatMessage message(int index, JsonNode message, UnreadTimes times) {
        String where = "message " + index;
        if (!message.isObject()) {
            throw new RejectedChatException(where + " is " + Json.kind(message) + ", not an object");
        }
        var role = RoleWords.of(required(ROLE, message, where), where);
        var text = required(CONTENT, message, where);
        checkText(text, where);
        return new ChatMessage(index, role, text, times.read(TIME.in(List.of(message))));
    }

    private static String required(Field field, JsonNode message, String where) {
        var value = field.in(List.of(message));
        if (value.isEmpty()) {
            throw new RejectedChatException(where + " has no " + field.name());
        }
        if (!value.get().isString()) {
            throw new RejectedChatException(
                    where + ": " + field.name() + " is " + Json.kind(value.get()) + ", not text");
        }
        return value.get().asString();
    }

    private static void checkText(String text, String where) {
        if (!StrictText.isUnicode(text)) {
            throw new RejectedChatException(where + ": content holds a lone surrogate, which is no character");
        }
        if (text.codePointCount(0, text.length()) > Limits.TEXT) {
            throw new RejectedChatException(where + ": content is longer than " + Limits.TEXT + " characters");
        }
    }
}
