package dev.dictamen.rules.scan;

import dev.dictamen.rules.scan.Expression.Either;
import dev.dictamen.rules.scan.Expression.Letter;
import dev.dictamen.rules.scan.Expression.Maybe;
import dev.dictamen.rules.scan.Expression.OneOf;
import dev.dictamen.rules.scan.Expression.Repeated;
import dev.dictamen.rules.scan.Expression.Sequence;
import dev.dictamen.rules.scan.Expression.Unknown;
import java.util.ArrayList;

/**
 * Reads one line of a word list. Letters stand for themselves; {@code *} for any letters, {@code .} for any character,
 * {@code {40}} for up to 40 of them, {@code ~} for white space or none, {@code [oa]} for one of these, {@code (he|she)} for one of
 * these, {@code ^} for the beginning of a line and {@code ^^} for that of a sentence or a part of one. {@code ?} after any of these
 * says that it may be missing, {@code +} that it may come again; {@code \} takes the meaning from the sign behind it.
 */
final class ExpressionReader {
    /** Most letters that {@code *} stands for, and most times that something comes again. */
    private static final int MANY = 24;

    private static final int MOST_SPACE = 8;
    private static final String LETTER = "[\\p{L}\\d]";

    private final String line;
    private int at;

    private ExpressionReader(String line) {
        this.line = line;
    }

    /** @throws IllegalArgumentException saying what is wrong with the line */
    static Expression read(String line) {
        var reader = new ExpressionReader(line);
        var expression = reader.either();
        if (reader.at < line.length()) {
            throw new IllegalArgumentException("a ) too many in \"" + line + '"');
        }
        if (expression.needed().stream().mapToInt(String::length).min().orElse(0) == 0) {
            throw new IllegalArgumentException("nothing that must be there in \"" + line + '"');
        }
        return expression;
    }

    private Expression either() {
        var parts = new ArrayList<Expression>();
        parts.add(sequence());
        while (next("|")) {
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.getFirst() : new Either(parts);
    }

    private Expression sequence() {
        var parts = new ArrayList<Expression>();
        while (at < line.length() && line.charAt(at) != '|' && line.charAt(at) != ')') {
            parts.add(quantified(part()));
        }
        return new Sequence(parts);
    }

    private Expression quantified(Expression part) {
        if (next("?")) {
            return new Maybe(part);
        }
        return next("+") ? new Repeated(part, MANY) : part;
    }

    private Expression part() {
        if (next("(")) {
            var inside = either();
            end(")");
            return inside;
        }
        if (next("[")) {
            return new OneOf(upTo("]"));
        }
        if (next("{")) {
            return gap("", upTo("}"));
        }
        if (next("*")) {
            return next("{")
                    ? gap(LETTER + "{0," + MANY + "}", upTo("}"))
                    : new Unknown(LETTER + "{0," + MANY + "}", MANY);
        }
        if (next("~")) {
            return new Unknown("\\s{0," + MOST_SPACE + "}", MOST_SPACE);
        }
        if (next("^^")) {
            return new Unknown("(?<=^\\s{0,8}|[.,;:!\\n]\\s{0," + MOST_SPACE + "})", 0);
        }
        if (next("^")) {
            return new Unknown("(?<=^[ \\t]{0,8}|\\n[ \\t]{0," + MOST_SPACE + "})", 0);
        }
        if (next(".")) {
            return new Unknown(".", 1);
        }
        next("\\");
        if (at == line.length()) {
            throw new IllegalArgumentException("a \\ before nothing in \"" + line + '"');
        }
        return new Letter(line.charAt(at++));
    }

    /** Letters before a gap take all that begin it, so that each place has one way to be matched. */
    private Expression gap(String letters, String most) {
        try {
            int length = Integer.parseInt(most);
            return letters.isEmpty()
                    ? new Unknown(".{0," + length + "}", length)
                    : new Unknown(letters + "(?:(?!" + LETTER + ").{1," + length + "})?", MANY + length);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no number between { and } in \"" + line + '"', e);
        }
    }

    private boolean next(String sign) {
        boolean is = line.startsWith(sign, at);
        at += is ? sign.length() : 0;
        return is;
    }

    private String upTo(String sign) {
        int end = line.indexOf(sign, at);
        if (end < 0) {
            throw new IllegalArgumentException("a " + sign + " is missing in \"" + line + '"');
        }
        var text = line.substring(at, end);
        at = end + sign.length();
        return text;
    }

    private void end(String sign) {
        if (!next(sign)) {
            throw new IllegalArgumentException("a " + sign + " is missing in \"" + line + '"');
        }
    }
}
