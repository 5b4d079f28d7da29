package dev.dictamen.ingest.redact;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.Role;
import dev.dictamen.ingest.clues.Clues;
import dev.dictamen.ingest.clues.FoldedText;
import dev.dictamen.ingest.clues.Need;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A card number that its author wrote in two to four messages on end, whoever wrote in between: one part in each, every part of
 * four, eight or twelve digits (American Express also in parts of 4, 6 and 5), together a valid {@link CardNumber}.
 */
final class SplitCards {
    private static final Pattern PART =
            Pattern.compile("(?<![\\p{L}\\d])\\d{4,6}(?:[ .-]?\\d{4,6}){0,2}(?![\\p{L}\\d])");
    private static final Need PART_NEEDS = Need.digits(4);
    private static final Pattern SIXTEEN = Pattern.compile("(?:(?:\\d{4}){1,3},){2,4}");
    private static final Pattern FIFTEEN = Pattern.compile("\\d{4},\\d{11},|\\d{10},\\d{5},|\\d{4},\\d{6},\\d{5},");
    private static final int MOST_PARTS = 4;
    private static final int MOST_LENGTH = 200;

    private SplitCards() {}

    /** The spans, in the original text, by the place of the message in the list. */
    static Map<Integer, List<Span>> find(List<ChatMessage> messages, List<FoldedText> folded) {
        Map<Role, List<Part>> byAuthor = new EnumMap<>(Role.class);
        for (int place = 0; place < messages.size(); place++) {
            ChatMessage message = messages.get(place);
            byAuthor.computeIfAbsent(message.role(), role -> new ArrayList<>()).add(part(place, folded.get(place)));
        }
        var found = new HashMap<Integer, List<Span>>();
        byAuthor.values().forEach(parts -> findAmong(parts, found));
        return found;
    }

    /** What a message holds of a number: its only group of digits that is long enough, or nothing. */
    private record Part(int place, String digits, Span span) {
        boolean isPresent() {
            return !digits.isEmpty();
        }
    }

    private static Part part(int place, FoldedText folded) {
        var none = new Part(place, "", new Span(0, 0, Kind.CARD));
        if (folded.originalLength() > MOST_LENGTH
                || Clues.in(folded.text()).meeting(PART_NEEDS).isEmpty()) {
            return none;
        }
        Matcher matcher = PART.matcher(folded.text());
        if (!matcher.find()) {
            return none;
        }
        var span = new Span(matcher.start(), matcher.end(), Kind.CARD).inOriginal(folded);
        var part = new Part(place, CheckDigits.digits(matcher.group()), span);
        return matcher.find() ? none : part;
    }

    private static void findAmong(List<Part> parts, Map<Integer, List<Span>> found) {
        int from = 0;
        while (from < parts.size()) {
            int to = endOfCard(parts, from);
            for (Part part : parts.subList(from, Math.max(from, to))) {
                found.computeIfAbsent(part.place, place -> new ArrayList<>()).add(part.span);
            }
            from = Math.max(from + 1, to);
        }
    }

    /** Where the parts of the card end that begins at {@code from}; {@code from} where none does. */
    private static int endOfCard(List<Part> parts, int from) {
        var written = new StringBuilder();
        for (int to = from;
                to < parts.size() && to < from + MOST_PARTS && parts.get(to).isPresent();
                to++) {
            written.append(parts.get(to).digits).append(',');
            if (to > from && isCard(written)) {
                return to + 1;
            }
        }
        return from;
    }

    private static boolean isCard(CharSequence written) {
        String digits = CheckDigits.digits(written);
        boolean isSixteen = digits.length() == 16 && SIXTEEN.matcher(written).matches();
        boolean isFifteen = digits.length() == 15 && FIFTEEN.matcher(written).matches();
        return (isSixteen || isFifteen) && CardNumber.isValid(digits);
    }
}
