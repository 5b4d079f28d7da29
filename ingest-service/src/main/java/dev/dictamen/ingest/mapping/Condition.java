package dev.dictamen.ingest.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a column's value must be. In YAML: a scalar (equals), a list (one of), or one of {@code {above: n}},
 * {@code {below: n}}, {@code {bits: n}}, {@code {contains: text}}, {@code {startsWith: text}}, {@code {not: scalar or list}} and
 * {@code {absent: true|false}}. Letters' case makes no difference, as in the databases' usual collations.
 */
public sealed interface Condition {
    boolean holds(@Nullable Object value);

    /** One of these values, as text. */
    record OneOf(List<String> values) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value != null && values.stream().anyMatch(Values.text(value)::equalsIgnoreCase);
        }
    }

    /** Anything but these values; nothing at all too. */
    record NoneOf(List<String> values) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value == null || values.stream().noneMatch(Values.text(value)::equalsIgnoreCase);
        }
    }

    /** A number greater than this. */
    record Above(BigDecimal bound) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            var number = Values.number(value);
            return number != null && number.compareTo(bound) > 0;
        }
    }

    /** A number less than this. */
    record Below(BigDecimal bound) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            var number = Values.number(value);
            return number != null && number.compareTo(bound) < 0;
        }
    }

    /** A whole number in which any of these bits is set. */
    record Bits(BigInteger mask) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            var number = Values.number(value);
            return number != null && number.toBigInteger().and(mask).signum() != 0;
        }
    }

    /** Text that has this in it. */
    record Contains(String part) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value != null && lower(Values.text(value)).contains(lower(part));
        }
    }

    /** Text that begins with this. */
    record StartsWith(String beginning) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value != null && lower(Values.text(value)).startsWith(lower(beginning));
        }
    }

    /** Nothing, 0 or blank ({@code true}), or something ({@code false}). */
    record Absent(boolean isAbsent) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return (Values.present(value) == null) == isAbsent;
        }
    }

    /** Reads a condition; throws {@link IllegalArgumentException} with what was there instead. */
    static Condition of(JsonNode yaml) {
        if (yaml.isValueNode() || yaml.isArray()) {
            return new OneOf(values(yaml));
        }
        if (!yaml.isObject() || yaml.size() != 1) {
            throw new IllegalArgumentException("expected one condition, not " + yaml);
        }
        var only = yaml.properties().iterator().next();
        var operand = only.getValue();
        return switch (only.getKey()) {
            case "above" -> new Above(number(operand));
            case "below" -> new Below(number(operand));
            case "bits" -> new Bits(mask(operand));
            case "contains" -> new Contains(scalar(operand));
            case "startsWith" -> new StartsWith(scalar(operand));
            case "not" -> new NoneOf(values(operand));
            case "absent" -> new Absent(flag(operand));
            default ->
                throw new IllegalArgumentException("unknown condition " + only.getKey()
                        + "; known are above, below, bits, contains, startsWith, not, absent");
        };
    }

    private static BigDecimal number(JsonNode yaml) {
        if (!yaml.isNumber()) {
            throw new IllegalArgumentException("expected a number, not " + yaml);
        }
        return yaml.decimalValue();
    }

    private static BigInteger mask(JsonNode yaml) {
        if (!yaml.isIntegralNumber() || yaml.bigIntegerValue().signum() <= 0) {
            throw new IllegalArgumentException("expected a whole number above 0, not " + yaml);
        }
        return yaml.bigIntegerValue();
    }

    private static boolean flag(JsonNode yaml) {
        if (!yaml.isBoolean()) {
            throw new IllegalArgumentException("expected true or false, not " + yaml);
        }
        return yaml.booleanValue();
    }

    private static List<String> values(JsonNode yaml) {
        var values = new ArrayList<String>();
        if (yaml.isArray()) {
            yaml.forEach(value -> values.add(scalar(value)));
        } else {
            values.add(scalar(yaml));
        }
        return List.copyOf(values);
    }

    private static String scalar(JsonNode yaml) {
        if (!yaml.isValueNode() || yaml.isNull()) {
            throw new IllegalArgumentException("expected a value, not " + yaml);
        }
        return yaml.isBoolean() ? Values.text(yaml.booleanValue()) : yaml.asString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
