package dev.dictamen.ingest.jsonl;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a chat's id: text, or a whole number as its digits; taken exactly as it is, or refused. */
final class ChatIds {
    private static final Field ID = Field.of("conversation_id");

    private ChatIds() {}

    static String in(List<? extends JsonNode> places) {
        JsonNode node = ID.in(places).orElseThrow(() -> new RejectedChatException("no conversation_id"));
        String id = text(node);
        require(!id.isEmpty(), "conversation_id is empty");
        require(StrictText.isUnicode(id), "conversation_id holds a lone surrogate");
        require(id.codePointCount(0, id.length()) <= Limits.NAME, "conversation_id is longer than 190 characters", id);
        require(id.codePoints().noneMatch(Character::isISOControl), "conversation_id has a control character", id);
        require(hasCleanEdges(id), "conversation_id begins or ends with white space", id);
        return id;
    }

    private static String text(JsonNode node) {
        if (node.isString() || node.isIntegralNumber()) {
            return node.asString();
        }
        throw new RejectedChatException("conversation_id is " + Json.kind(node) + ", not text or a whole number");
    }

    private static boolean hasCleanEdges(String id) {
        return !isSpace(id.codePointAt(0)) && !isSpace(id.codePointBefore(id.length()));
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new RejectedChatException(reason);
        }
    }

    private static void require(boolean holds, String reason, String id) {
        if (!holds) {
            throw new RejectedChatException(reason + ": " + Excerpt.value(id));
        }
    }
}
