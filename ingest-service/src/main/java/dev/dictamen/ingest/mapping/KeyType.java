package dev.dictamen.ingest.mapping;

import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * How the values of a key column are written as text: one text for one value, whether a driver, the database's log or a column that
 * refers to it gave it; and how that text is bound so that an index serves it.
 */
public sealed interface KeyType {
    /** The text of a value that a driver or a change event gave; nothing for what no such column holds. */
    Optional<String> text(Object value);

    /** What to bind for a text that {@link #text} gave, of this column or of one that refers to it; nothing where no row can hold it. */
    Optional<Object> bound(String text);

    /** Whether different texts may be the same key to the server. */
    default boolean isSpelledFreely() {
        return false;
    }

    /** Whether the text is certainly what the server holds. */
    default boolean isFaithful(String text) {
        return true;
    }

    /** Whole numbers of every width, with or without a sign, and DECIMAL: plain digits, no trailing zeros of a fraction. */
    record Numbers() implements KeyType {
        private static final int MOST_DIGITS = 100;

        @Override
        public Optional<String> text(Object value) {
            return number(Values.text(value))
                    .map(number -> number.stripTrailingZeros().toPlainString());
        }

        @Override
        public Optional<Object> bound(String text) {
            return number(text).map(Numbers::narrow);
        }

        private static Object narrow(BigDecimal number) {
            boolean isLong = number.scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
            return isLong ? (Object) number.longValueExact() : number;
        }

        private static Optional<BigDecimal> number(String written) {
            try {
                return Optional.of(new BigDecimal(written.strip()))
                        .filter(number -> Math.abs(number.scale()) + number.precision() <= MOST_DIGITS);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Bytes, in their order: BINARY(16) as a UUID is written, others as hexadecimal digits.
     *
     * @param length bytes that every value is filled up to with zeros; 0 where values differ in length
     */
    record Bytes(int length) implements KeyType {
        @Override
        public Optional<String> text(Object value) {
            return bytes(value).map(this::written);
        }

        private String written(byte[] bytes) {
            var digits = HexFormat.of().formatHex(filled(bytes));
            return length == UUID_BYTES && bytes.length <= length ? dashed(digits) : digits;
        }

        private byte[] filled(byte[] bytes) {
            return bytes.length < length ? Arrays.copyOf(bytes, length) : bytes;
        }

        @Override
        public Optional<Object> bound(String text) {
            return parsed(text).map(this::filled);
        }

        private static Optional<byte[]> bytes(Object value) {
            return switch (value) {
                case byte[] bytes -> Optional.of(bytes);
                case ByteBuffer buffer -> {
                    var bytes = new byte[buffer.remaining()];
                    buffer.duplicate().get(bytes);
                    yield Optional.of(bytes);
                }
                default -> parsed(value.toString());
            };
        }

        private static Optional<byte[]> parsed(String text) {
            try {
                return Optional.of(HexFormat.of().parseHex(text.replace("-", "")));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** MariaDB's UUID: in lower case, with its dashes. */
    record Uuid() implements KeyType {
        @Override
        public Optional<String> text(Object value) {
            return new Bytes(UUID_BYTES).text(value).filter(text -> text.length() == UUID_LENGTH);
        }

        @Override
        public Optional<Object> bound(String text) {
            return text(text).map(Object.class::cast);
        }
    }

    /**
     * CHAR and VARCHAR: as they are; without the blanks at the end where those make no difference to the server.
     *
     * @param collation how the server compares them
     * @param isFixed whether it is CHAR, of which nothing gives the blanks at the end
     */
    record Words(String collation, boolean isFixed) implements KeyType {
        private static final String UNKNOWN = "\uFFFD";

        @Override
        public Optional<String> text(Object value) {
            var text = Values.text(value);
            return Optional.of(isFixed || isPadded() ? withoutBlanks(text) : text);
        }

        private boolean isPadded() {
            return !collation.contains("nopad") && !collation.contains("_0900_") && !collation.equals("binary");
        }

        private static String withoutBlanks(String text) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            return text.substring(0, end);
        }

        @Override
        public Optional<Object> bound(String text) {
            return Optional.of(text);
        }

        @Override
        public boolean isSpelledFreely() {
            return !collation.endsWith("_bin") && !collation.equals("binary");
        }

        /** The log's readers do not know every character set of the server's. */
        @Override
        public boolean isFaithful(String text) {
            boolean isKnown = collation.startsWith("utf8") || text.chars().allMatch(c -> c < 0x80);
            return isKnown && !text.contains(UNKNOWN);
        }
    }

    int UUID_BYTES = 16;
    int UUID_LENGTH = 36;

    /** The type of a column's keys; nothing where its values cannot be keys. */
    static Optional<KeyType> of(LiveColumn column) {
        return Optional.ofNullable(
                switch (column.type()) {
                    case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal" -> new Numbers();
                    case "binary" -> new Bytes(length(column));
                    case "varbinary" -> new Bytes(0);
                    case "uuid" -> new Uuid();
                    case "char" -> new Words(collation(column), true);
                    case "varchar" -> new Words(collation(column), false);
                    default -> null;
                });
    }

    private static int length(LiveColumn column) {
        var digits = column.fullType().replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }

    private static String collation(LiveColumn column) {
        var collation = column.traits().collation();
        return collation == null ? "" : collation.toLowerCase(Locale.ROOT);
    }

    private static String dashed(String digits) {
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }
}
