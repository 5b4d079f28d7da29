package dev.dictamen.ingest.jsonl;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing a chat may say under several keys and in several places ({@code idioma} or {@code language}, at the top or
 * in {@code meta}). The top goes before {@code meta}; two spellings in one place must agree. An explicit null says nothing.
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

    /**
     * The value in the first place that says one, or nothing; throws {@link RejectedChatException} where two spellings
     * in one place disagree.
     */
    Optional<JsonNode> in(List<? extends JsonNode> places) {
        return places.stream().flatMap(place -> in(place).stream()).findFirst();
    }

    private Optional<JsonNode> in(JsonNode place) {
        Optional<JsonNode> found = Optional.empty();
        for (String key : keys) {
            found = agreed(found, place.get(key));
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
