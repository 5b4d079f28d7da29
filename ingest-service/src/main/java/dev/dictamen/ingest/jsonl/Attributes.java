package dev.dictamen.ingest.jsonl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What else {@code meta} says: text, numbers and booleans as text, under their own keys. At most {@link
 * Limits#ATTRIBUTES}, in the order of the text; lists, objects and nulls are left out.
 */
final class Attributes {
    private static final Set<String> MAPPED = Set.of(
            "conversation_id",
            "idioma",
            "language",
            "canal",
            "channel",
            "agent_id",
            "agent_name",
            "team",
            "customer_id",
            "opened_at",
            "closed_at");

    private Attributes() {}

    static Map<String, String> of(JsonNode meta, String chatId) {
        var attributes = new LinkedHashMap<String, String>();
        for (var entry : meta.properties()) {
            if (attributes.size() < Limits.ATTRIBUTES && isKept(entry.getKey(), entry.getValue(), chatId)) {
                attributes.put(entry.getKey(), text(entry.getKey(), entry.getValue()));
            }
        }
        return attributes;
    }

    private static boolean isKept(String key, JsonNode value, String chatId) {
        return value.isValueNode()
                && !value.isNull()
                && !isMapped(key, value, chatId)
                && key.codePointCount(0, key.length()) <= Limits.ATTRIBUTE_KEY
                && StrictText.isUnicode(key);
    }

    /** Another id in {@code meta} than the chat's own is kept, so that it is not lost unsaid. */
    private static boolean isMapped(String key, JsonNode value, String chatId) {
        return MAPPED.contains(key) && (!key.equals("conversation_id") || chatId.equals(value.asString()));
    }

    private static String text(String key, JsonNode value) {
        String text = value.asString();
        if (!StrictText.isUnicode(text)) {
            throw new RejectedChatException("meta " + Excerpt.value(key) + " holds a lone surrogate");
        }
        return text.codePointCount(0, text.length()) <= Limits.ATTRIBUTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Limits.ATTRIBUTE - 1)) + "…";
    }
}
