package dev.dictamen.gateway.web;

import dev.dictamen.contract.Word;
import dev.dictamen.kafka.ContractJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's body of JSON, read by the contract's dialect but for fields that nobody knows: a misspelt filter must not take
 * everything. What is wrong is a 400 with the field's name and what would do. No body at all is an empty object. Blocks.
 */
public final class JsonBody {
    private static final byte[] EMPTY = {'{', '}'};
    private static final JsonMapper STRICT = ContractJson.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private JsonBody() {}

    /** @param mostBytes what is larger is refused with 413 */
    public static <T> T read(ServerHttpRequest request, Class<T> type, int mostBytes) {
        byte[] body = bytes(request, mostBytes);
        try {
            return Optional.ofNullable(STRICT.readValue(body.length == 0 ? EMPTY : body, type))
                    .orElseThrow(() -> Problems.of(HttpStatus.BAD_REQUEST, "the body is null, not an object"));
        } catch (JacksonException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, sentence(e));
        }
    }

    private static byte[] bytes(ServerHttpRequest request, int mostBytes) {
        try {
            return DataBufferUtils.join(request.getBody(), mostBytes)
                    .map(JsonBody::bytes)
                    .blockOptional()
                    .orElse(EMPTY);
        } catch (DataBufferLimitException e) {
            throw Problems.of(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than %d bytes".formatted(mostBytes));
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static String sentence(JacksonException failure) {
        if (!(failure instanceof DatabindException)) {
            var place = failure.getLocation();
            return "the body is not JSON: line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        }
        var field = field(failure);
        return field.isEmpty() ? reason(failure) : field + ": " + reason(failure);
    }

    private static String field(JacksonException failure) {
        return failure.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String reason(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "no such field; there are " + new TreeSet<>(unknown.getKnownPropertyIds());
            case InvalidFormatException other
            when Word.class.isAssignableFrom(other.getTargetType()) ->
                "one of " + words(other.getTargetType()) + ", not " + other.getValue();
            case InvalidFormatException other -> kind(other.getTargetType()) + ", not " + other.getValue();
            case ValueInstantiationException broken -> broken(broken.getCause());
            default -> "not of the kind that stands here";
        };
    }

    private static String kind(Class<?> type) {
        return type == Instant.class ? "a time like 2026-01-31T00:00:00Z" : "a number";
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Word) constant).word())
                .collect(Collectors.joining(", "));
    }

    /** A record of the contract says the field and the rule itself, or, where it is missing, the field. */
    private static String broken(@Nullable Throwable cause) {
        return switch (cause) {
            case IllegalArgumentException rule when rule.getMessage() != null -> rule.getMessage();
            case NullPointerException missing when isName(missing.getMessage()) -> missing.getMessage() + " is missing";
            case null, default -> "something in it is missing or out of its range";
        };
    }

    private static boolean isName(@Nullable String message) {
        return message != null && message.chars().allMatch(Character::isLetter);
    }
}
