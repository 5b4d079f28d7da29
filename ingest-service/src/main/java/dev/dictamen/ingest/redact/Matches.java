package dev.dictamen.ingest.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The matches of one pattern that a rule confirms. */
final class Matches {
    /** What may not stand before a number: a digit, and a sign that makes it the tail of a longer code. */
    private static final String START = "(?<!\\d)(?<![\\p{L}\\d][-_])(?<!\\d[./,])";

    /** Nor a letter, unless it ends the id's own name ("dni12345678z"). */
    private static final Pattern NAME = Pattern.compile(
            "(?<!\\p{L})(?:rut|run|dni|nie|nif|curp|rfc|clabe|cuit|cuil|nit|ruc|cc|tel|cel|fono|wsp)$",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_NAME = 6;

    /** What may not follow a number. */
    private static final String END = "(?![\\p{L}\\d_])(?![-@][\\p{L}\\d])(?![./,]\\d)";

    private Matches() {}

    static Pattern pattern(String inner) {
        return Pattern.compile(START + "(?:" + inner + ")" + END, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static List<Span> find(CharSequence text, Pattern pattern, Kind kind, Predicate<MatchResult> rule) {
        var spans = new ArrayList<Span>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (isStart(text, matcher.start()) && rule.test(matcher)) {
                spans.add(new Span(matcher.start(), matcher.end(), kind));
            }
        }
        return spans;
    }

    private static boolean isStart(CharSequence text, int start) {
        if (start == 0 || !Character.isLetter(text.charAt(start - 1))) {
            return true;
        }
        return NAME.matcher(text)
                .region(Math.max(0, start - LONGEST_NAME), start)
                .find();
    }

    /** Letters and digits of a match in upper case, separators left out. */
    static String compact(String match) {
        var compact = new StringBuilder();
        match.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .forEach(compact::appendCodePoint);
        return compact.toString();
    }
}
