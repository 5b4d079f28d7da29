package dev.dictamen.rules.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Many expressions to be found in a text. One pass finds the literals that they need; only around these is a regular
 * expression asked. So a text without any of them costs little, a longer list costs no more, and no text costs more than in
 * proportion to its length. Thread-safe.
 */
public final class Expressions {
    private static final String LETTER = "[\\p{L}\\d]";
    /** Not within a word. */
    private static final String EDGE = "(?:(?<!" + LETTER + ")|(?!" + LETTER + "))";
    /** Most characters that one look of a regular expression takes in, where literals follow each other closely. */
    private static final int WIDEST = 640;

    private final List<Pattern> patterns;
    private final int[] reach;
    private final Literals literals;
    private final Pattern union;

    private Expressions(List<Expression> expressions, List<String> regexes) {
        this.patterns = regexes.stream().map(Expressions::compile).toList();
        this.reach = expressions.stream().mapToInt(Expression::longest).toArray();
        this.literals = Literals.of(expressions.stream().map(Expression::needed).toList());
        this.union = compile(regexes.stream().collect(Collectors.joining("|")));
    }

    /**
     * @param lines at least one, each written as {@link ExpressionReader} reads it, and found as whole words; a {@code *} at its
     *     beginning or end lets it stand within a word
     * @param unless a regular expression of what must not stand right before it, or an empty text
     * @throws IllegalArgumentException naming a line that is not understood
     */
    public static Expressions of(List<String> lines, String unless) {
        var expressions = new ArrayList<Expression>();
        var regexes = new ArrayList<String>();
        var denied = unless.isEmpty() ? "" : "(?<!" + unless + ")";
        for (var line : lines) {
            var expression = ExpressionReader.read(line.startsWith("*") ? line.substring(1) : line);
            expressions.add(expression);
            regexes.add((line.startsWith("*") ? "" : EDGE) + denied + "(?:" + expression.regex() + ")"
                    + (line.endsWith("*") ? "" : EDGE));
        }
        return new Expressions(expressions, regexes);
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /** Whether one of them is in the text. */
    public boolean areIn(String text) {
        var search = new Search(text);
        literals.in(text, search);
        return search.end();
    }

    /** For what is not asked of every text: all of them in one expression. */
    public Pattern union() {
        return union;
    }

    /** Where a literal of an expression was seen, the expression is looked for; windows that overlap are joined. */
    private final class Search implements Literals.Listener {
        private final String text;
        private int[] from = {};
        private int[] to = {};
        private boolean isFound;

        Search(String text) {
            this.text = text;
        }

        @Override
        public void found(int group, int end) {
            if (isFound) {
                return;
            }
            if (to.length == 0) {
                from = new int[reach.length];
                to = new int[reach.length];
            }
            int first = Math.max(0, end - reach[group]);
            int last = Math.min(text.length(), end + reach[group]);
            if (first > to[group] || last - from[group] > WIDEST) {
                look(group);
                from[group] = first;
            }
            to[group] = last;
        }

        private void look(int group) {
            isFound = isFound || (to[group] > 0 && matcher(group).find());
        }

        private Matcher matcher(int group) {
            return patterns.get(group)
                    .matcher(text)
                    .region(from[group], to[group])
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false);
        }

        boolean end() {
            for (int group = 0; group < to.length && !isFound; group++) {
                look(group);
            }
            return isFound;
        }
    }
}
