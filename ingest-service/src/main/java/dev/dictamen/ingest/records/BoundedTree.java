package dev.dictamen.ingest.records;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON value of a stream into memory, up to a bound; beyond it the value is passed over. */
public final class BoundedTree {
    /** Most tokens and characters of a record: a chat of a product's export repeats much beside its texts. */
    static final int TOKENS = 2_000_000;

    /** Most characters, and most bytes of a line. */
    public static final int CHARACTERS = 32 * 1024 * 1024;

    private static final int LARGEST_EXPONENT = 400;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonParser parser;
    private int tokens;
    private long characters;
    private String problem = "";

    private BoundedTree(JsonParser parser) {
        this.parser = parser;
    }

    /** A value and why it is not whole; empty where it is. */
    record Read(JsonNode value, String problem) {}

    /** The value that begins with the parser's current token. */
    static Read next(JsonParser parser) {
        var tree = new BoundedTree(parser);
        var holder = JSON.arrayNode();
        tree.value(holder, "");
        return new Read(holder.isEmpty() ? JSON.nullNode() : holder.get(0), tree.problem);
    }

    /** The first values of a text that may end anywhere: what is there of them. */
    static List<JsonNode> beginnings(JsonParser parser, int most) {
        var tree = new BoundedTree(parser);
        var holder = JSON.arrayNode();
        try {
            while (holder.size() < most && parser.nextToken() != null) {
                tree.value(holder, "");
            }
        } catch (JacksonException endOfWhatIsThere) {
            return elements(holder);
        }
        return elements(holder);
    }

    private static List<JsonNode> elements(ArrayNode holder) {
        var elements = new ArrayList<JsonNode>();
        holder.forEach(elements::add);
        return elements;
    }

    private void value(JsonNode parent, String name) {
        var token = parser.currentToken();
        count(token);
        switch (token) {
            case START_OBJECT -> object(add(parent, name, JSON.objectNode()));
            case START_ARRAY -> array(add(parent, name, JSON.arrayNode()));
            default -> add(parent, name, scalar(token));
        }
    }

    private void object(JsonNode target) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (target.has(name)) {
                problem = "the JSON has a key twice in one object";
            }
            parser.nextToken();
            value(target, name);
        }
    }

    private void array(JsonNode target) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(target, "");
        }
    }

    private JsonNode add(JsonNode parent, String name, JsonNode child) {
        if (isFull()) {
            problem = "it is larger than " + TOKENS + " JSON tokens or " + CHARACTERS + " characters";
        } else if (parent instanceof ObjectNode object) {
            object.set(name, child);
        } else if (parent instanceof ArrayNode array) {
            array.add(child);
        }
        return child;
    }

    private boolean isFull() {
        return tokens > TOKENS || characters > CHARACTERS;
    }

    private void count(JsonToken token) {
        tokens++;
        if (token == JsonToken.VALUE_STRING) {
            characters += parser.getStringLength();
        }
    }

    private JsonNode scalar(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> JSON.stringNode(isFull() ? "" : parser.getString());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> JSON.booleanNode(true);
            case VALUE_FALSE -> JSON.booleanNode(false);
            default -> JSON.nullNode();
        };
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT, LONG -> JSON.numberNode(parser.getLongValue());
            default -> JSON.numberNode(parser.getBigIntegerValue());
        };
    }

    /** A number whose digits would fill the memory is taken as the text that stands there. */
    private JsonNode decimal() {
        BigDecimal number = parser.getDecimalValue();
        return Math.abs((long) number.scale()) > LARGEST_EXPONENT
                ? JSON.stringNode(parser.getString())
                : JSON.numberNode(number);
    }
}
