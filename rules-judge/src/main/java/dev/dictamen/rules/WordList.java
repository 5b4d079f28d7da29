package dev.dictamen.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words and phrases from a text file that people without a programmer can extend: one expression a line, lower case, without
 * accents, matched as whole words in {@link FoldedText folded text}. A line that begins with {@code #} is a remark,
 * {@code *} stands for any letters, mostly an ending, {@code [oa]} for one of these letters, {@code (very )?} for something that may be
 * missing, {@code (he|she)} for one of these, {@code \?} for a question mark. Thread-safe.
 */
public final class WordList {
    private static final Pattern NO_LETTER = Pattern.compile("^[^\\p{L}\\d]+");
    private static final String LETTERS = "[\\p{L}\\d]*";

    private final Pattern pattern;

    private WordList(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads {@code /words/<name>.txt} beside the classes of {@code owner}; meant to be done once.
     *
     * @throws IllegalStateException naming the file where it is absent, empty or not understood
     */
    public static WordList read(Class<?> owner, String name) {
        return new WordList(compile(name, "(?<![\\p{L}\\d])(?:" + lines(owner, name) + ")(?![\\p{L}\\d])"));
    }

    /** Like {@link #read}, but finds nothing right after a word that denies it (no, not, não). */
    static WordList readUndenied(Class<?> owner, String name) {
        var denied = "(?<!\\bno |\\bno esta |\\bnao |\\bnot |\\bnot been )";
        return new WordList(
                compile(name, "(?<![\\p{L}\\d])" + denied + "(?:" + lines(owner, name) + ")(?![\\p{L}\\d])"));
    }

    private static String lines(Class<?> owner, String name) {
        var file = owner.getResourceAsStream("/words/" + name + ".txt");
        if (file == null) {
            throw new IllegalStateException("word list " + name + " is absent");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var words = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().replace("*", LETTERS))
                    .collect(Collectors.joining("|"));
            if (words.isEmpty()) {
                throw new IllegalStateException("word list " + name + " is empty");
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern compile(String name, String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalStateException("word list " + name + " is not understood: " + e.getDescription(), e);
        }
    }

    /** Whether any of the words is in this text, which {@link FoldedText} has folded. */
    public boolean isIn(String folded) {
        return pattern.matcher(folded).find();
    }

    /** Each of the words in this text, as often as it stands there. */
    public Stream<String> allIn(String folded) {
        return pattern.matcher(folded).results().map(MatchResult::group);
    }

    /** Whether this text begins with one of the words; what is not a letter may stand before it. */
    public boolean opens(String folded) {
        return pattern.matcher(NO_LETTER.matcher(folded).replaceFirst("")).lookingAt();
    }

    boolean in(Message message) {
        return isIn(message.folded());
    }
}
