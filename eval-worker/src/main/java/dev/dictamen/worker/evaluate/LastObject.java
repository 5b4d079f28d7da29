package dev.dictamen.worker.evaluate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds the last complete JSON object in an answer that may have a byte order mark, fences or talk around it. */
final class LastObject {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private LastObject() {}

    static Optional<ObjectNode> in(String answer) {
        for (int end = answer.lastIndexOf('}'); end >= 0; end = answer.lastIndexOf('}', end - 1)) {
            for (int start = answer.lastIndexOf('{', end); start >= 0; start = answer.lastIndexOf('{', start - 1)) {
                var object = parse(answer.substring(start, end + 1));
                if (object != null && isOutermost(answer, start)) {
                    return Optional.of(object);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable ObjectNode parse(String text) {
        try {
            return STRICT.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** An object inside a larger one that is whole too is not the answer but a part of it. */
    private static boolean isOutermost(String answer, int start) {
        var before = answer.substring(0, start).stripTrailing();
        return before.isEmpty() || !(before.endsWith(":") || before.endsWith("[") || before.endsWith(","));
    }
}
