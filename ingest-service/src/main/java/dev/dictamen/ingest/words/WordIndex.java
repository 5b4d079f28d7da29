package dev.dictamen.ingest.words;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of several lists, each of which means something. Where a word begins in a text, only the expressions that
 * begin with its first letter are tried. Upper and lower case are the same.
 */
public final class WordIndex<T> {
    private static final char NO_LETTER = ' ';

    private final Map<Character, List<Entry<T>>> byLetter;
    private final List<Entry<T>> withoutLetter;

    /** @param meanings the lists in the order in which they are tried */
    public WordIndex(Map<T, WordList> meanings) {
        this.byLetter = meanings.values().stream()
                .flatMap(WordList::firstLetters)
                .distinct()
                .collect(toUnmodifiableMap(letter -> letter, letter -> entries(meanings, letter)));
        this.withoutLetter = entries(meanings, NO_LETTER);
    }

    private static <T> List<Entry<T>> entries(Map<T, WordList> meanings, char letter) {
        return meanings.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().beginningWith(letter).map(words -> entry(entry.getKey(), words)).stream())
                .toList();
    }

    private static <T> Entry<T> entry(T meaning, WordList words) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Entry<>(meaning, Pattern.compile(words.regex() + "(?!\\p{L})", flags));
    }

    /** What the words of one list mean, and those of them that begin with one letter. */
    private record Entry<T>(T meaning, Pattern words) {}

    private record Found<T>(T meaning, int end) {}

    /** What the last of the words means that stand whole between {@code start} and {@code end}. */
    public Optional<T> last(CharSequence text, int start, int end) {
        Optional<T> last = Optional.empty();
        int at = start;
        while (at < end) {
            Optional<Found<T>> found = isInWord(text, at) ? Optional.empty() : wordAt(text, at, end);
            if (found.isPresent()) {
                last = Optional.of(found.get().meaning);
            }
            at = Math.max(at + 1, found.map(Found::end).orElse(at));
        }
        return last;
    }

    private static boolean isInWord(CharSequence text, int at) {
        return at > 0 && isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || Character.isLetter(c);
    }

    private Optional<Found<T>> wordAt(CharSequence text, int at, int end) {
        for (Entry<T> entry : byLetter.getOrDefault(WordList.small(text.charAt(at)), withoutLetter)) {
            Matcher words = entry.words.matcher(text).region(at, end).useTransparentBounds(true);
            if (words.lookingAt()) {
                return Optional.of(new Found<>(entry.meaning, words.end()));
            }
        }
        return Optional.empty();
    }
}
