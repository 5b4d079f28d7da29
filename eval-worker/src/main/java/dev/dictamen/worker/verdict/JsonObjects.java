package dev.dictamen.worker.verdict;

import java.util.ArrayList;
import java.util.List;
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

    private JsonObjects() {}

    /** In their order, without those inside another. */
    static List<ObjectNode> in(String answer) {
        var found = new ArrayList<ObjectNode>();
        int tries = 0;
        int from = answer.indexOf('{');
        while (from >= 0 && tries < MOST_TRIES) {
            var object = at(answer.substring(from));
            if (object == null) {
                tries++;
                from = answer.indexOf('{', from + 1);
            } else {
                found.add(object.node);
                from = answer.indexOf('{', from + object.length);
            }
        }
        return found;
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
