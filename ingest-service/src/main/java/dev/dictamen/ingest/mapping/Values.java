package dev.dictamen.ingest.mapping;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what a driver or a change event gives for a column's value. */
public final class Values {
    private Values() {}

    /** The value as text: whole numbers as their digits, true as 1 and false as 0. */
    public static String text(Object value) {
        return switch (value) {
            case Boolean flag -> flag ? "1" : "0";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> value.toString();
        };
    }

    /** The value as text without white space around it; null for nothing, blank text, and 0, which many schemas mean so. */
    public static @Nullable String present(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = text(value).strip();
        boolean isZero = value instanceof Number && text.equals("0");
        return text.isEmpty() || isZero ? null : text;
    }

    static @Nullable BigDecimal number(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        try {
            return new BigDecimal(text(value).strip());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
