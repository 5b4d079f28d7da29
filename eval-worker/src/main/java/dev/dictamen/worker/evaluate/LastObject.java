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

    /** An answer with more braces than this is no verdict. */
    private static final int MOST_TRIES = 1_000;

    private LastObject() {}

    static Optional<ObjectNode> in(String answer) {
        int tries = 0;
        for (int end = answer.lastIndexOf('}'); end >= 0; end = answer.lastIndexOf('}', end - 1)) {
            // from the left: what parses first is the outermost object that ends here
            for (int start = answer.indexOf('{'); start >= 0 && start < end; start = answer.indexOf('{', start + 1)) {
                var object = parse(answer.substring(start, end + 1));
                if (object != null) {
                    return Optional.of(object);
                }
                if (++tries == MOST_TRIES) {
                    return Optional.empty();
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
}
