package dev.dictamen.ingest.records;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of CSV: what separates its columns. Names of columns are compared without regard to case, accents, blanks and dashes.
 *
 * @param linesBefore lines before the header: spreadsheets write {@code sep=;} there
 */
public record CsvHead(char delimiter, int linesBefore) {
    private static final String DELIMITERS = ",;\t|";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String SAYS_DELIMITER = "sep=";

    /** @param said null where the line itself shows it; null is returned where it has one column only */
    static @Nullable CsvHead of(String text, @Nullable Character said) {
        var lines = text.lines().limit(2).toList();
        if (lines.isEmpty()) {
            return null;
        }
        var first = lines.getFirst();
        if (first.startsWith(SAYS_DELIMITER) && first.length() == SAYS_DELIMITER.length() + 1) {
            return new CsvHead(first.charAt(SAYS_DELIMITER.length()), 1);
        }
        char best = said == null ? mostFrequent(first) : said;
        return count(first, best) == 0 ? null : new CsvHead(best, 0);
    }

    private static char mostFrequent(String line) {
        char best = ',';
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            best = count(line, candidate) > count(line, best) ? candidate : best;
        }
        return best;
    }

    /** Outside of quotes. */
    private static int count(String line, char wanted) {
        boolean isQuoted = false;
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            isQuoted = isQuoted != (next == '"');
            count += !isQuoted && next == wanted ? 1 : 0;
        }
        return count;
    }

    /** The names as paths write them: {@code Fecha de envío} is {@code fecha_de_envio}. */
    public static List<String> names(String... written) {
        return List.of(written).stream().map(CsvHead::name).toList();
    }

    private static String name(String written) {
        var plain = MARKS.matcher(Normalizer.normalize(written.strip(), Normalizer.Form.NFD))
                .replaceAll("");
        return NO_LETTERS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll("_")
                .replaceAll("^_|_$", "");
    }
}
