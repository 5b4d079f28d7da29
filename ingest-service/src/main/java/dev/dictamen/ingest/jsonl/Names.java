package dev.dictamen.ingest.jsonl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a name or an id beside the chat's own (agent, team, channel, …): one line of text, or a whole number. */
final class Names {
    private Names() {}

    /** The name without white space around it; null where it is absent or blank. */
    static @Nullable String read(Field field, List<? extends JsonNode> places) {
        var node = field.in(places);
        if (node.isEmpty()) {
            return null;
        }
        String name = text(field, node.get()).strip();
        check(field, name);
        return name.isEmpty() ? null : name;
    }

    private static String text(Field field, JsonNode node) {
        if (node.isString() || node.isIntegralNumber()) {
            return node.asString();
        }
        throw new RejectedChatException(field.name() + " is " + Json.kind(node) + ", not text");
    }

    private static void check(Field field, String name) {
        if (!StrictText.isUnicode(name)) {
            throw new RejectedChatException(field.name() + " holds a lone surrogate");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw new RejectedChatException(field.name() + " has a control character: " + Excerpt.value(name));
        }
        if (name.codePointCount(0, name.length()) > Limits.NAME) {
            throw new RejectedChatException(field.name() + " is longer than 190 characters: " + Excerpt.value(name));
        }
    }
}
