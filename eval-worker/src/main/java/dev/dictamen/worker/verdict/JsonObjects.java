package dev.dictamen.worker.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds the complete JSON objects in an answer that may have a byte order mark, fences or talk around them. */
final class JsonObjects {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** An answer with more openings than this that lead nowhere is no verdict. */
    private static final int MOST_TRIES = 200;
    /** No verdict has more characters, nor does an answer within its tokens; what comes after them is not read. */
    private static final int MOST_CHARACTERS = 65_536;
    /** How often an object may have been written as a text within a text. */
    private static final int MOST_WRAPPINGS = 3;

    private static final Pattern ESCAPED_OBJECT = Pattern.compile("\\{[^\"\\\\{}]{0,200}\\\\");

    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\t]");

    private JsonObjects() {}

    /** In their order, without those inside another. */
    static List<ObjectNode> in(String whole) {
        var answer = whole.substring(0, Math.min(whole.length(), MOST_CHARACTERS));
        var found = new ArrayList<ObjectNode>();
        int tries = 0;
        int from = answer.indexOf('{');
        for (; from >= 0 && tries < MOST_TRIES; tries++) {
            var object = at(answer.substring(from));
            if (object == null) {
                from = answer.indexOf('{', from + 1);
            } else {
                found.add(object.node);
                from = answer.indexOf('{', from + object.length);
            }
        }
        return found;
    }

    /** Those in a text that was escaped once or more, as a whole or from its first brace on. */
    static List<ObjectNode> escapedIn(String whole) {
        var text = whole.substring(0, Math.min(whole.length(), MOST_CHARACTERS));
        for (int times = 0;
                times < MOST_WRAPPINGS && ESCAPED_OBJECT.matcher(text).find();
                times++) {
            int from = text.indexOf('{');
            text = unescaped(text.substring(from, Math.max(from, text.lastIndexOf('}') + 1)));
            var objects = in(text);
            if (!objects.isEmpty()) {
                return objects;
            }
        }
        return List.of();
    }

    /** What the text means as the inside of a JSON string; nothing where it is none. */
    private static String unescaped(String text) {
        try {
            return STRICT.readTree('"' + LINE_END.matcher(text).replaceAll(" ") + '"')
                    .asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static @Nullable Found at(String text) {
        try (var parser = STRICT.createParser(text)) {
            JsonNode node = STRICT.readTree(parser);
            int length = (int) parser.currentLocation().getCharOffset();
            return node instanceof ObjectNode object ? new Found(object, length) : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private record Found(ObjectNode node, int length) {}
}
