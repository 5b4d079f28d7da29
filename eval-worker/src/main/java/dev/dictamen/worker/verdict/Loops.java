package dev.dictamen.worker.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a model writes that has fallen into a loop: the same word, phrase, sentence or letters again and again. A text of n
 * characters takes at most 72 times n steps.
 */
final class Loops {
    private static final int LONGEST_PHRASE = 40;
    private static final int LONGEST_SYLLABLES = 32;
    private static final int FEWEST_CHARACTERS = 60;
    private static final String ENDS = ".!?…";
    private static final String CLOSES = ".!?…»”\"')]";

    private Loops() {}

    /** A run of letters and digits. */
    private record WordAt(String word, int start, int end) {}

    /** Words from {@code first} to before {@code end} that repeat the first {@code length} of them. */
    private record Loop(int first, int length, int end) {}

    /** The text up to where it first said what it repeats to its end, if that is a sentence's end; else the text. */
    static String cut(String text) {
        var words = words(text);
        var loop = find(words);
        if (loop == null || words.size() - loop.end >= loop.length) {
            return text;
        }
        int last = loop.first + loop.length - 1;
        for (int i = last; i < last + loop.length; i++) {
            int end = words.get(i).end;
            if (end < text.length() && ENDS.indexOf(text.charAt(end)) >= 0) {
                return text.substring(0, closed(text, end));
            }
        }
        return text;
    }

    static boolean isIn(String text) {
        return find(words(text)) != null || repeatsCharacters(text);
    }

    private static int closed(String text, int from) {
        int end = from;
        while (end < text.length() && CLOSES.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static @Nullable Loop find(List<WordAt> words) {
        for (int length = 1; length <= Math.min(LONGEST_PHRASE, words.size() / 3); length++) {
            var loop = find(words, length);
            if (loop != null) {
                return loop;
            }
        }
        return null;
    }

    private static @Nullable Loop find(List<WordAt> words, int length) {
        int same = 0;
        for (int i = length; i < words.size(); i++) {
            same = words.get(i).word.equals(words.get(i - length).word) ? same + 1 : 0;
            if (same >= length * (times(words.get(i).word, length) - 1)) {
                int end = i + 1;
                while (end < words.size() && words.get(end).word.equals(words.get(end - length).word)) {
                    end++;
                }
                return new Loop(i - same - length + 1, length, end);
            }
        }
        return null;
    }

    /** How often is too often. */
    private static int times(String word, int length) {
        return switch (length) {
            case 1 -> word.length() < 3 ? 8 : 5;
            case 2, 3 -> 4;
            default -> 3;
        };
    }

    private static boolean repeatsCharacters(String text) {
        for (int length = 1; length <= LONGEST_SYLLABLES; length++) {
            int same = 0;
            for (int i = length; i < text.length(); i++) {
                boolean isSame = text.charAt(i) == text.charAt(i - length);
                same = isSame && !isBlank(text, i, length) ? same + 1 : 0;
                if (same + length >= Math.max(FEWEST_CHARACTERS, 4 * length)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBlank(String text, int at, int length) {
        return length == 1 && Character.isWhitespace(text.charAt(at));
    }

    private static List<WordAt> words(String text) {
        var words = new ArrayList<WordAt>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isOfAWord(text.charAt(i))) {
                if (i > start) {
                    words.add(new WordAt(text.substring(start, i).toLowerCase(Locale.ROOT), start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isOfAWord(char character) {
        return Character.isLetterOrDigit(character) || Character.isSurrogate(character);
    }
}
