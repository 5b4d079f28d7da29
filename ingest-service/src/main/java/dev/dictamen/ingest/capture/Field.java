package dev.dictamen.ingest.capture;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing a chat may say under several keys and in several places ({@code idioma} or {@code language}, at the top or
 * in {@code meta}). Where it is said more than once it must be said alike. An explicit null says nothing.
 *
 * @param keys the spellings, the first one is the one that reasons name
 */
record Field(List<String> keys) {
    static Field of(String... keys) {
        return new Field(List.of(keys));
    }

    String name() {
        return keys.getFirst();
    }

    /** The value, or nothing where no place says it; throws {@link RejectedChatException} where two disagree. */
    Optional<JsonNode> in(List<? extends JsonNode> places) {
        Optional<JsonNode> found = Optional.empty();
        for (JsonNode place : places) {
            for (String key : keys) {
                found = agreed(found, place.get(key));
            }
        }
        return found;
    }

    private Optional<JsonNode> agreed(Optional<JsonNode> known, @Nullable JsonNode other) {
        if (other == null || other.isNull()) {
            return known;
        }
        if (known.isPresent() && !known.get().equals(other)) {
            throw new RejectedChatException(name() + " is given twice, with different values");
        }
        return Optional.of(other);
    }
}
