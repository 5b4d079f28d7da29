package dev.dictamen.ingest.jsonl;

import tools.jackson.databind.JsonNode;

/** Names of JSON's kinds of value, as reasons say them. */
final class Json {
    private Json() {}

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case MISSING -> "missing";
        };
    }
}
