package dev.dictamen.ingest.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The expressions under one heading of a text in {@code words/}: one a line under {@code [heading]}, {@code #} begins a
 * comment. In an expression an accented vowel stands for the plain one too, {@code (s)} for letters that may be missing, and
 * {@code *} for any further letters.
 */
public final class WordList {
    private static final String ACCENTED = "áéíóúü";
    private static final String PLAIN = "aeiouu";
    private static final Map<String, Map<String, List<String>>> TEXTS = new ConcurrentHashMap<>();

    private final List<String> expressions;

    private WordList(List<String> expressions) {
        this.expressions = List.copyOf(expressions);
    }

    /** Throws {@link IllegalArgumentException} where the text has nothing under that heading. */
    public static WordList of(String text, String heading) {
        var expressions = TEXTS.computeIfAbsent(text, WordList::read).get(heading);
        if (expressions == null || expressions.isEmpty()) {
            throw new IllegalArgumentException("words/" + text + ".txt has nothing under [" + heading + "]");
        }
        return new WordList(expressions);
    }

    private static Map<String, List<String>> read(String text) {
        try (var resource = WordList.class.getResourceAsStream("/words/" + text + ".txt")) {
            if (resource == null) {
                throw new IllegalArgumentException("there is no words/" + text + ".txt");
            }
            return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, List<String>> parse(String text) {
        var lists = new LinkedHashMap<String, List<String>>();
        var heading = "";
        for (var written : text.lines().toList()) {
            var line = written.replaceFirst("#.*", "").strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                heading = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty()) {
                lists.computeIfAbsent(heading, any -> new ArrayList<>()).add(line);
            }
        }
        return lists;
    }

    /** The expressions as they are written. */
    public Set<String> words() {
        return Set.copyOf(expressions);
    }

    /** The letters, small, with which words of these expressions begin, where they begin with a letter. */
    Stream<Character> firstLetters() {
        return expressions.stream()
                .map(expression -> small(expression.charAt(0)))
                .filter(Character::isLetter)
                .flatMap(letter -> Stream.of(letter, plain(letter)));
    }

    /** The expressions of which a word can begin with this letter. */
    Optional<WordList> beginningWith(char letter) {
        List<String> these = expressions.stream()
                .filter(expression -> canBegin(small(expression.charAt(0)), letter))
                .toList();
        return these.isEmpty() ? Optional.empty() : Optional.of(new WordList(these));
    }

    private static boolean canBegin(char first, char letter) {
        return !Character.isLetter(first) || first == letter || plain(first) == letter;
    }

    static char small(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    /** The vowel without its accent; any other letter as it is. */
    public static char plain(char letter) {
        int accent = ACCENTED.indexOf(letter);
        return accent >= 0 ? PLAIN.charAt(accent) : letter;
    }

    /** A regular expression that matches any of them, in the order of the text; it has no capturing group. */
    public String regex() {
        return expressions.stream().map(WordList::regex).collect(Collectors.joining("|", "(?:", ")"));
    }

    static String regex(String expression) {
        var regex = new StringBuilder();
        for (int at = 0; at < expression.length(); at++) {
            char written = expression.charAt(at);
            int accent = ACCENTED.indexOf(written);
            if (accent >= 0) {
                regex.append('[').append(PLAIN.charAt(accent)).append(written).append(']');
            } else if (Character.isLetterOrDigit(written) || written == ' ') {
                regex.append(written);
            } else {
                regex.append(regexOfSign(written));
            }
        }
        return regex.toString();
    }

    private static String regexOfSign(char sign) {
        return switch (sign) {
            case '*' -> "\\p{L}*+";
            case '(' -> "(?:";
            case ')' -> ")?";
            default -> "\\" + sign;
        };
    }
}
