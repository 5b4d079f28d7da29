package dev.dictamen.rules;

import dev.dictamen.rules.scan.Expressions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words and phrases from a text file that people without a programmer can extend: one expression a line, lower case, without
 * accents, found as whole words in {@link FoldedText folded text}; a line that begins with {@code #} is a remark. The README
 * of rules-judge says how an expression is written. How long the list is makes no difference to how long a text takes.
 * Thread-safe.
 */
public final class WordList {
    private static final Pattern NO_LETTER = Pattern.compile("^[^\\p{L}\\d]+");
    /** What denies the word behind it, in Spanish, Portuguese, English. */
    private static final String DENIAL = "\\bno |\\bno esta |\\bnao |\\bnot |\\bnot been ";

    private final Expressions expressions;

    private WordList(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * Reads {@code /words/<name>.txt} beside the classes of {@code owner}; meant to be done once.
     *
     * @throws IllegalStateException naming the file where it is absent, empty or not understood
     */
    public static WordList read(Class<?> owner, String name) {
        return read(owner, name, "");
    }

    /** Like {@link #read(Class, String)}, but finds nothing right after a word that denies it (no, not, não). */
    static WordList readUndenied(Class<?> owner, String name) {
        return read(owner, name, DENIAL);
    }

    /**
     * The lines of a list that holds single words only, for who looks up words one by one.
     *
     * @throws IllegalStateException naming the file where it is absent or empty
     */
    public static Set<String> words(Class<?> owner, String name) {
        return Set.copyOf(lines(owner, name));
    }

    private static WordList read(Class<?> owner, String name, String unless) {
        try {
            return new WordList(Expressions.of(lines(owner, name), unless));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("word list " + name + " is not understood: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(Class<?> owner, String name) {
        var file = owner.getResourceAsStream("/words/" + name + ".txt");
        if (file == null) {
            throw new IllegalStateException("word list " + name + " is absent");
        }
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var lines = reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            if (lines.isEmpty()) {
                throw new IllegalStateException("word list " + name + " is empty");
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether any of the words is in this text, which {@link FoldedText} has folded. */
    public boolean isIn(String folded) {
        return expressions.areIn(folded);
    }

    /** Each of the words in this text, as often as it stands there; slower than {@link #isIn}. */
    public Stream<String> allIn(String folded) {
        return expressions.union().matcher(folded).results().map(MatchResult::group);
    }

    /** Whether this text begins with one of the words; what is not a letter may stand before it. */
    public boolean opens(String folded) {
        return expressions
                .union()
                .matcher(NO_LETTER.matcher(folded).replaceFirst(""))
                .lookingAt();
    }

    boolean in(Message message) {
        return isIn(message.folded());
    }

    /** Whether the message states one of the words, and does not only ask, wish or grade with it. */
    boolean statedIn(Message message) {
        return in(message) && isIn(Statements.in(message.folded()));
    }

    /** All words in one expression. */
    Pattern pattern() {
        return expressions.union();
    }
}
