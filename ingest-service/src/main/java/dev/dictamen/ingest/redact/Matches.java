package dev.dictamen.ingest.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The matches of one pattern that a rule confirms. */
final class Matches {
    /** What may not stand before a number: letters, digits, and a sign that makes it the tail of a longer code. */
    static final String START = "(?<![\\p{L}\\d])(?<![\\p{L}\\d][-_])(?<!\\d[./,])";

    /** What may not follow a number. */
    static final String END = "(?![\\p{L}\\d_])(?![-@][\\p{L}\\d])(?![./,]\\d)";

    private Matches() {}

    static Pattern pattern(String inner) {
        return Pattern.compile(START + "(?:" + inner + ")" + END, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static List<Span> find(CharSequence text, Pattern pattern, Kind kind, Predicate<MatchResult> rule) {
        var spans = new ArrayList<Span>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (rule.test(matcher)) {
                spans.add(new Span(matcher.start(), matcher.end(), kind));
            }
        }
        return spans;
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
