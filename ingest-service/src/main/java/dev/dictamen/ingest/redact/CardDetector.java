package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.clues.Clue;
import dev.dictamen.ingest.clues.Need;
import dev.dictamen.ingest.clues.Stretch;
import dev.dictamen.ingest.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Payment card numbers ({@link CardNumber}), in one piece or in groups with blanks, dashes, dots, slashes or line ends between
 * them, and the expiry and the security code right after one.
 */
final class CardDetector implements Detector {
    private static final Pattern JOINT = Pattern.compile("[ ./,_\\-\\r\\n]| ?[-./] ?|  ");
    private static final Pattern EXTRAS = Pattern.compile(
            "(?<!\\d)(?:(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?\\d{2}(?![\\d/-])(?:[ ,]{1,2}\\d{3,4}(?![\\d./-]))?" + "|(?<="
                    + WordList.of("personal-data", "security code").regex()
                    + "[ :.=-]{1,3}(?:es |is )?)\\d{3,4}(?!\\d))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_INFIX = 6;
    private static final int EXTRAS_REACH = 60;

    @Override
    public Need needs() {
        return Need.digits(CardNumber.SHORTEST);
    }

    @Override
    public List<Span> find(String text, Stretch stretch) {
        var spans = new ArrayList<Span>();
        List<Group> groups = groups(text, stretch);
        boolean isCode = false;
        int from = 0;
        while (from < groups.size()) {
            isCode = isTail(text, groups.get(from).start) || (from > 0 && isCodeBefore(text, groups, from, isCode));
            int to = isCode ? -1 : lastOfCard(text, groups, from);
            if (to >= 0) {
                spans.add(new Span(groups.get(from).start, groups.get(to).end, Kind.CARD));
                addExtras(text, groups.get(to).end, spans);
            }
            from = Math.max(from, to) + 1;
        }
        return spans;
    }

    /** Digits on end, and whether they may go on with the number of those before them. */
    private record Group(int start, int end, boolean isJoined) {
        int length() {
            return end - start;
        }
    }

    private static List<Group> groups(String text, Stretch stretch) {
        var groups = new ArrayList<Group>();
        int before = stretch.start();
        int at = stretch.start();
        while (at < stretch.end()) {
            int end = endOfDigits(text, at, stretch.end());
            if (end > at) {
                groups.add(new Group(at, end, !groups.isEmpty() && isJoint(text, before, at)));
                before = end;
            }
            at = end + 1;
        }
        return groups;
    }

    private static int endOfDigits(String text, int start, int limit) {
        int at = start;
        while (at < limit && Clue.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isJoint(String text, int start, int end) {
        return end - start <= 3 && JOINT.matcher(text).region(start, end).matches();
    }

    /** The last group of the longest card that begins with group {@code from}, -1 where none does. */
    private static int lastOfCard(CharSequence text, List<Group> groups, int from) {
        var digits = new StringBuilder();
        int last = -1;
        for (int at = from; at < groups.size(); at++) {
            Group group = groups.get(at);
            boolean isWanted = at == from || group.isJoined;
            if (!isWanted || digits.length() + group.length() > CardNumber.LONGEST) {
                break;
            }
            digits.append(text, group.start, group.end);
            if (isFree(text, group.end) && CardNumber.isValid(digits) && isEven(groups, from, at)) {
                last = at;
            }
        }
        return last;
    }

    /** Whether a group goes on with a longer code: with one that began with a letter, or over a dash with four digits or more. */
    private static boolean isCodeBefore(CharSequence text, List<Group> groups, int from, boolean wasCode) {
        Group before = groups.get(from - 1);
        Group group = groups.get(from);
        boolean isDashed = text.charAt(before.end) == '-' && group.start == before.end + 1 && before.length() >= 4;
        return isDashed || (wasCode && group.isJoined);
    }

    /** Groups of three digits or more, or all of one size: not a date, a time and an amount in a row. */
    private static boolean isEven(List<Group> groups, int from, int to) {
        int first = groups.get(from).length();
        return groups.subList(from, to + 1).stream().allMatch(group -> group.length() >= 3 || group.length() == first)
                && (first >= 3 || groups.get(to).length() == first);
    }

    /** Part of a longer code, or the decimals of a number. */
    private static boolean isTail(CharSequence text, int start) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        boolean isDecimal = (before == '.' || before == ',') && start > 1 && Character.isDigit(text.charAt(start - 2));
        return Character.isUpperCase(before) || before == '_' || isDecimal || endsACode(text, start - 1);
    }

    /** Letters after a digit, or one alone; a word before a card ends none. */
    private static boolean endsACode(CharSequence text, int last) {
        int at = last;
        while (at >= 0 && last - at < LONGEST_INFIX && Character.isLetter(text.charAt(at))) {
            at--;
        }
        boolean isAfterDigit = at >= 0 && Character.isDigit(text.charAt(at));
        return last > at && (isAfterDigit || last - at == 1);
    }

    private static boolean isFree(CharSequence text, int end) {
        return end == text.length() || (!Character.isLetter(text.charAt(end)) && text.charAt(end) != '_');
    }

    private void addExtras(CharSequence text, int end, List<Span> spans) {
        Matcher extras = EXTRAS.matcher(text).region(end, Math.min(text.length(), end + EXTRAS_REACH));
        extras.useTransparentBounds(true);
        while (extras.find()) {
            spans.add(new Span(extras.start(), extras.end(), Kind.CARD));
        }
    }
}
