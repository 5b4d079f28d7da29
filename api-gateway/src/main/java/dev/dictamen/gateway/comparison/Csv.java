package dev.dictamen.gateway.comparison;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV as RFC 4180 has it, which a spreadsheet does not calculate: text that would begin a formula gets an apostrophe before it.
 * Numbers stay numbers.
 */
final class Csv {
    /** What spreadsheets begin a formula by, or skip before one. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");

    private static final Pattern TO_QUOTE = Pattern.compile("[\",\\r\\n]");

    private Csv() {}

    /** With its line end; null is an empty cell. */
    static String line(Collection<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String safe = value instanceof String && FORMULA.matcher(text).matches() ? "'" + text : text;
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
