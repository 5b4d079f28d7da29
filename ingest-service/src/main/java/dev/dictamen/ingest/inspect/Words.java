package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that a table's or column's name is made of: lh_chats, lhChats and LH-CHATS are [lh, chat]. Words written together are
 * taken apart where all of it is known words and the letters of a type or kind before or after them: tbconversa is [tb, conversa],
 * threadid [thread, id]. Values, where a syllable more is another word, are never taken apart so.
 */
final class Words {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_AFTER_LETTERS = 4;

    private static final Map<String, List<String>> TAKEN_APART = new ConcurrentHashMap<>();

    private Words() {}

    /** A name's words. */
    static List<String> of(String name) {
        return TAKEN_APART.computeIfAbsent(
                name, any -> written(name).flatMap(word -> apart(word).stream()).toList());
    }

    /** A value's words. */
    static List<String> ofValue(String value) {
        return written(value).toList();
    }

    /** Whether it only tells a type or a kind, like the letters before a glued name. */
    static boolean isLetters(String word) {
        return Known.BEFORE.contains(word);
    }

    private static Stream<String> written(String name) {
        var apart = name.replaceAll("([\\p{Ll}0-9])(\\p{Lu})", "$1_$2").toLowerCase(Locale.ROOT);
        return Stream.of(apart.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(Words::singular);
    }

    private static List<String> apart(String word) {
        if (Known.WORDS.contains(word) || word.length() <= SHORTEST_AFTER_LETTERS) {
            return List.of(word);
        }
        return Known.BEFORE.stream()
                .filter(letters ->
                        word.startsWith(letters) && word.length() - letters.length() >= SHORTEST_AFTER_LETTERS)
                .flatMap(letters ->
                        rest(word.substring(letters.length())).stream().map(rest -> joined(letters, rest)))
                .findFirst()
                .or(() -> rest(word))
                .orElse(List.of(word));
    }

    /** Known words and nothing else, but perhaps for an ending. */
    private static Optional<List<String>> rest(String letters) {
        var whole = singular(letters);
        if (Known.WORDS.contains(whole)) {
            return Optional.of(List.of(whole));
        }
        for (int end = letters.length() - 1; end >= SHORTEST; end--) {
            var first = letters.substring(0, end);
            var after = letters.substring(end);
            if (Known.WORDS.contains(singular(first))) {
                var rest = Known.AFTER.contains(after) ? Optional.of(List.of(after)) : rest(after);
                if (rest.isPresent()) {
                    return Optional.of(joined(singular(first), rest.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> joined(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static String singular(String word) {
        if (word.endsWith("iones") || word.endsWith("ores") || word.endsWith("ades")) {
            return word.substring(0, word.length() - 2);
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean isPlural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }

    /** All words that a hint knows, and what is written before and after them without a mark between. */
    private static final class Known {
        static final Set<String> WORDS = Stream.of(Hint.values())
                .flatMap(hint -> WordList.of("columns", hint.word()).words().stream())
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet());
        static final Set<String> AFTER = WordList.of("columns", "after").words();
        static final List<String> BEFORE = WordList.of("columns", "before").words().stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }
}
