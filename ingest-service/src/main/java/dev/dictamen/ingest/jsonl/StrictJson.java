package dev.dictamen.ingest.jsonl;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as RFC 8259 has it, one object, no key twice. Every refusal says what and where, without the text itself. */
public final class StrictJson {
    private static final Pattern CODE = Pattern.compile("\\(code (\\d+)");
    private static final int NUMBER = 400;
    private static final int KEY = 10_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.DEPTH)
                            .maxTokenCount(Limits.TOKENS)
                            .maxNumberLength(NUMBER)
                            .maxNameLength(KEY)
                            .maxStringLength(Limits.LINE_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    /** The object that the text holds; throws {@link RejectedChatException} for anything else. */
    static ObjectNode object(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new RejectedChatException(reason(e));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new RejectedChatException("the record is " + Json.kind(node) + ", not an object");
    }

    /** What is wrong with a JSON text, and in which column; never the text itself. */
    public static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return switch (e) {
            case UnexpectedEndOfInputException _ -> "the JSON ends too early; was it cut off?";
            case StreamConstraintsException _ -> tooBig(message);
            default -> describe(message) + at(e);
        };
    }

    private static String tooBig(String message) {
        if (message.contains("nesting depth")) {
            return "nested deeper than " + Limits.DEPTH + " levels";
        }
        return message.contains("Token count")
                ? "more than " + Limits.TOKENS + " JSON tokens"
                : "a number or a key is too long";
    }

    private static String describe(String message) {
        if (message.startsWith("Duplicate")) {
            return "the JSON has a key twice in one object";
        }
        if (message.startsWith("Trailing token")) {
            return "more than one JSON value";
        }
        if (message.contains("NaN") || message.contains("INF") || message.contains("Infinity")) {
            return "NaN and Infinity are no JSON numbers";
        }
        var code = CODE.matcher(message);
        return code.find() ? unexpected(Integer.parseInt(code.group(1))) : "not valid JSON";
    }

    private static String unexpected(int character) {
        return switch (character) {
            case '\'' -> "not valid JSON: single quotes; JSON has double ones";
            case '#', '/' -> "not valid JSON: a comment; JSON has none";
            case '}', ']' -> "not valid JSON: a trailing comma or a missing value";
            default -> "not valid JSON: unexpected " + Excerpt.value(Character.toString(character));
        };
    }

    private static String at(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getColumnNr() < 1 ? "" : ", near column " + location.getColumnNr();
    }
}
