package dev.dictamen.stack.importing;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Whether a file is JSON lines of chats in our own form, told by its beginning: then its lines are sent as they stand. */
final class OwnForm {
    private static final int LINES = 50;
    private static final JsonFactory JSON = new JsonFactory();

    private OwnForm() {}

    /** Some of the first lines are objects of ours; a file without content is taken for one. */
    static boolean isIn(byte[] start) {
        var text = new String(start, StandardCharsets.UTF_8).strip();
        return text.isEmpty()
                || (!text.startsWith("[")
                        && text.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .limit(LINES)
                                .anyMatch(OwnForm::isChat));
    }

    private static boolean isChat(String line) {
        if (!line.startsWith("{")) {
            return false;
        }
        var keys = keys(line);
        return keys.contains("transcript") || (keys.contains("conversation_id") && !isAnother(keys));
    }

    /** An object that names its conversation and holds its messages otherwise, or is a message. */
    private static boolean isAnother(Set<String> keys) {
        return Set.of("messages", "content", "text", "message", "body").stream().anyMatch(keys::contains);
    }

    /** The object's own keys as far as they can be read. */
    private static Set<String> keys(String line) {
        var keys = new HashSet<String>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JacksonException cutOrBroken) {
            return keys;
        }
        return keys;
    }
}
