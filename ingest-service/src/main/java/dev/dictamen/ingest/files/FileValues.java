package dev.dictamen.ingest.files;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what stands in a record as conditions and facts take it. */
final class FileValues {
    private FileValues() {}

    /** Text, a number, a boolean; of a list or an object its JSON; null for nothing and what is empty. */
    static @Nullable Object of(@Nullable JsonNode written) {
        if (written == null) {
            return null;
        }
        var node = plain(written);
        return switch (node.getNodeType()) {
            case STRING -> node.asString();
            case NUMBER -> number(node);
            case BOOLEAN -> node.booleanValue();
            case ARRAY, OBJECT, POJO -> node.isEmpty() ? null : node.toString();
            case NULL, MISSING, BINARY -> null;
        };
    }

    private static BigDecimal number(JsonNode node) {
        return node.decimalValue();
    }

    /** The value inside of what MongoDB's extended JSON wraps: {@code {$date: …}}, {@code {$oid: …}}, {@code {$numberLong: …}}. */
    static JsonNode plain(JsonNode node) {
        if (node.isObject() && node.size() == 1) {
            var only = node.properties().iterator().next();
            return only.getKey().startsWith("$") ? plain(only.getValue()) : node;
        }
        return node;
    }
}
