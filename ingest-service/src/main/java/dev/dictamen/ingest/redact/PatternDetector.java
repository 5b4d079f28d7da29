package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the matches of one pattern that a rule confirms. */
record PatternDetector(Kind kind, Pattern pattern, Rule rule) implements Detector {
    /** What must not stand before a number: a digit, and a sign that makes it the tail of a longer code. */
    private static final String START = "(?<!\\d)(?<![\\p{L}\\d][-_])(?<!\\d[./,])";

    /** Nor a letter, unless it ends the id's own name ("dni12345678z"). */
    private static final Pattern NAME = Pattern.compile(
            "(?<!\\p{L})" + WordList.of("personal-data", "id name").regex() + "$", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_NAME = 6;

    /** What must not follow a number. */
    private static final String END = "(?![\\p{L}\\d_])(?![-@][\\p{L}\\d])(?![./,]\\d)";

    /** Tells which matches are meant. */
    @FunctionalInterface
    interface Rule {
        boolean confirms(CharSequence text, MatchResult match);
    }

    /** A number, or letters and digits, of which {@code inner} is the form; nothing longer of which they are a part. */
    static PatternDetector number(Kind kind, String inner, Rule rule) {
        var pattern =
                Pattern.compile(START + "(?:" + inner + ")" + END, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new PatternDetector(kind, pattern, rule);
    }

    /** The same where only what is written decides. */
    static PatternDetector number(Kind kind, String inner, Predicate<String> rule) {
        return number(kind, inner, (text, match) -> rule.test(match.group()));
    }

    @Override
    public List<Span> find(CharSequence text) {
        var spans = new ArrayList<Span>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (isStart(text, matcher.start()) && rule.confirms(text, matcher)) {
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
}
