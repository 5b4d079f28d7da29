package dev.dictamen.simulator.answer;

import dev.dictamen.simulator.verdict.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a verdict in the order of the schema, as a grammar does. A field that no verdict has gets the least its type allows. */
final class SchemaFiller {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] ORDER = {"reason", "improvement", "key_messages", "score"};

    private SchemaFiller() {}

    static ObjectNode fill(@Nullable JsonNode schema, Verdict verdict) {
        var values = valuesOf(verdict);
        var object = JSON.createObjectNode();
        if (schema == null) {
            for (var name : ORDER) {
                object.set(name, values.get(name));
            }
            return object;
        }
        schema.path("properties").propertyStream().forEach(property -> {
            var known = values.get(property.getKey());
            object.set(property.getKey(), known == null ? least(property.getValue()) : known);
        });
        return object;
    }

    private static Map<String, JsonNode> valuesOf(Verdict verdict) {
        return Map.of(
                "reason", JSON.valueToTree(verdict.reason()),
                "improvement", JSON.valueToTree(verdict.improvement()),
                "key_messages", JSON.valueToTree(verdict.keyMessages()),
                "score", JSON.valueToTree(verdict.score()));
    }

    private static JsonNode least(JsonNode type) {
        if (type.path("enum").has(0)) {
            return type.path("enum").get(0);
        }
        return switch (type.path("type").asString("string")) {
            case "integer", "number" -> JSON.valueToTree(type.path("minimum").asInt(0));
            case "boolean" -> JSON.valueToTree(false);
            case "array" -> JSON.createArrayNode();
            case "object" -> JSON.createObjectNode();
            case "null" -> JSON.nullNode();
            default -> JSON.valueToTree("");
        };
    }
}
