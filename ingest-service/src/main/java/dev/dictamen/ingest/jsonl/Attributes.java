package dev.dictamen.ingest.jsonl;

import dev.dictamen.ingest.found.StatedFact;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What else {@code meta} and {@code outcomes} say: text, numbers and booleans as text. First the stated facts under their
 * own words, {@code meta}'s before {@code outcomes}'; then the rest of {@code meta} under its keys, and of {@code outcomes} under
 * {@code outcomes.key}, in the order of the text. At most {@link Limits#ATTRIBUTES}; lists, objects and nulls are left out.
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

    private final Map<String, String> kept = new LinkedHashMap<>();

    private Attributes() {}

    static Map<String, String> of(JsonNode meta, JsonNode outcomes, String chatId) {
        var attributes = new Attributes();
        for (StatedFact fact : StatedFact.values()) {
            attributes.keep(fact, List.of(meta, outcomes));
        }
        for (var entry : meta.properties()) {
            if (!isMapped(entry.getKey(), entry.getValue(), chatId)) {
                attributes.keep("meta", entry.getKey(), entry.getValue());
            }
        }
        for (var entry : outcomes.properties()) {
            attributes.keep("outcomes", entry.getKey(), entry.getValue());
        }
        return attributes.kept;
    }

    private void keep(StatedFact fact, List<JsonNode> places) {
        places.stream()
                .flatMap(place -> fact.spellings().stream().map(place::get))
                .filter(Attributes::isScalar)
                .flatMap(value -> fact.read(shortened(value.asString())).stream())
                .filter(StrictText::isUnicode)
                .findFirst()
                .ifPresent(stated -> kept.put(fact.word(), stated));
    }

    private void keep(String place, String key, JsonNode value) {
        if (isScalar(value) && isShort(key) && StrictText.isUnicode(key)) {
            String text = text(place, key, value);
            if (kept.size() < Limits.ATTRIBUTES && !isKeptAsFact(key, text)) {
                kept.putIfAbsent(name(place, key), text);
            }
        }
    }

    /** Whether this says what the facts say already. */
    private boolean isKeptAsFact(String key, String text) {
        return Arrays.stream(StatedFact.values())
                .filter(fact -> fact.spellings().contains(key))
                .anyMatch(fact -> fact.read(text)
                        .filter(read -> read.equals(kept.get(fact.word())))
                        .isPresent());
    }

    /** A fact's word is for what could be read as that fact. */
    private static String name(String place, String key) {
        boolean isPlain =
                place.equals("meta") && Arrays.stream(StatedFact.values()).noneMatch(fact -> key.equals(fact.word()));
        return isPlain ? key : place + "." + key;
    }

    private static boolean isScalar(@Nullable JsonNode value) {
        return value != null && value.isValueNode() && !value.isNull();
    }

    private static boolean isShort(String key) {
        return key.codePointCount(0, key.length()) <= Limits.ATTRIBUTE_KEY;
    }

    /** Another id in {@code meta} than the chat's own is kept, so that it is not lost unsaid. */
    private static boolean isMapped(String key, JsonNode value, String chatId) {
        return MAPPED.contains(key) && (!key.equals("conversation_id") || chatId.equals(value.asString()));
    }

    private static String text(String place, String key, JsonNode value) {
        String text = value.asString();
        if (!StrictText.isUnicode(text)) {
            throw new RejectedChatException(place + " " + Excerpt.value(key) + " holds a lone surrogate");
        }
        return shortened(text);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= Limits.ATTRIBUTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Limits.ATTRIBUTE - 1)) + "…";
    }
}
