package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.clues.Clue;
import dev.dictamen.ingest.clues.Need;
import dev.dictamen.ingest.clues.Stretch;
import dev.dictamen.ingest.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the matches of one pattern that a rule confirms. */
record PatternDetector(Kind kind, Need needs, Beginning beginning, Pattern pattern, Rule rule) implements Detector {
    /** What may stand right before a number though it is a letter: the id's own name ("dni12345678z"). */
    private static final Pattern NAME = Pattern.compile(
            "(?<!\\p{L})" + WordList.of("personal-data", "id name").regex() + "$", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_NAME = 6;

    /** What must not follow a number. */
    private static final String END = "(?![\\p{L}\\d_])(?![-@][\\p{L}\\d])(?![./,]\\d)";

    /** With what a match begins. The pattern is tried there only; most places in a text are none. */
    enum Beginning {
        /** A digit, unless it goes on with a longer number or code. */
        DIGIT,
        /** A letter, or the sign that companies have in their names, unless it goes on with a longer code. */
        LETTER,
        /** A digit, or what stands before it in a telephone number. */
        DIALLED,
        /** The first character of a name on the internet. */
        NAME;

        private static final String SIGNS_OF_NAMES = "_%+'-";

        boolean isAt(CharSequence text, int at) {
            char c = text.charAt(at);
            return switch (this) {
                case DIGIT -> Clue.isDigit(c) && !isTail(text, at);
                case LETTER -> (Character.isLetter(c) || c == '&') && !isTail(text, at);
                case DIALLED -> (Clue.isDigit(c) || c == '+' || c == '(') && !isAfterDigit(text, at);
                case NAME -> isOfName(Character.codePointAt(text, at)) && !isAfterName(text, at);
            };
        }

        private static boolean isTail(CharSequence text, int at) {
            return at > 0
                    && switch (text.charAt(at - 1)) {
                        case '-', '_' -> isAfterDigit(text, at - 1) || isAfterLetter(text, at - 1);
                        case '.', '/', ',' -> isAfterDigit(text, at - 1);
                        default -> isAfterDigit(text, at);
                    };
        }

        private static boolean isAfterDigit(CharSequence text, int at) {
            return at > 0 && Clue.isDigit(text.charAt(at - 1));
        }

        private static boolean isAfterLetter(CharSequence text, int at) {
            return at > 0 && Character.isLetter(text.charAt(at - 1));
        }

        private static boolean isAfterName(CharSequence text, int at) {
            return at > 0 && (text.charAt(at - 1) == '.' || isOfName(text.charAt(at - 1)));
        }

        private static boolean isOfName(int codePoint) {
            return Character.isLetterOrDigit(codePoint) || SIGNS_OF_NAMES.indexOf(codePoint) >= 0;
        }
    }

    /** Tells which matches are meant. */
    @FunctionalInterface
    interface Rule {
        boolean confirms(CharSequence text, MatchResult match);
    }

    /** A number of which {@code inner} is the form, digits first; nothing longer of which it is a part. */
    static PatternDetector number(Kind kind, int fewestDigits, String inner, Rule rule) {
        return of(kind, fewestDigits, Beginning.DIGIT, inner, rule);
    }

    /** The same where only what is written decides. */
    static PatternDetector number(Kind kind, int fewestDigits, String inner, Predicate<String> rule) {
        return number(kind, fewestDigits, inner, (text, match) -> rule.test(match.group()));
    }

    /** The same where letters stand before the digits. */
    static PatternDetector code(Kind kind, int fewestDigits, String inner, Rule rule) {
        return of(kind, fewestDigits, Beginning.LETTER, inner, rule);
    }

    static PatternDetector code(Kind kind, int fewestDigits, String inner, Predicate<String> rule) {
        return code(kind, fewestDigits, inner, (text, match) -> rule.test(match.group()));
    }

    private static PatternDetector of(Kind kind, int fewestDigits, Beginning beginning, String inner, Rule rule) {
        var pattern = Pattern.compile("(?:" + inner + ")" + END, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new PatternDetector(kind, Need.digits(fewestDigits), beginning, pattern, rule);
    }

    @Override
    public List<Span> find(String text, Stretch stretch) {
        var spans = new ArrayList<Span>();
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int at = stretch.start();
        while (at <= stretch.lastClue()) {
            if (beginning.isAt(text, at) && matcher.region(at, stretch.end()).lookingAt()) {
                at = matcher.end();
                if (isStart(text, matcher.start()) && rule.confirms(text, matcher)) {
                    spans.add(new Span(matcher.start(), matcher.end(), kind));
                }
            } else {
                at++;
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
