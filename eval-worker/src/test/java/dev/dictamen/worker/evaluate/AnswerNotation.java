package dev.dictamen.worker.evaluate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes out an answer that docs/verdicts.md gives in short. */
final class AnswerNotation {
    /** One sentence with these in place of the first would be the same again and again. */
    private static final List<String> NOUNS = List.of(
            "duda", "cita", "nota", "foto", "nube", "casa", "mesa", "tela", "luna", "caja", "ropa", "pila", "moto",
            "taza", "lata", "fila", "hora", "beca", "guía", "zona");

    private static final String SENTENCE = "El agente respondió a la %s del cliente. ";
    private static final Pattern CHANGED = Pattern.compile("V \\+ (\\{.*\\})");
    private static final Pattern TEXT = Pattern.compile("text\\((\\d+)\\)");
    private static final Pattern WORD = Pattern.compile("word\\((\\d+)\\)");

    private static final Pattern VERDICT = Pattern.compile("(?<!\\p{L})V(?!\\p{L})");

    private AnswerNotation() {}

    /** An answer of {@code ""} stands for no content. */
    static String read(String cell, String verdict) {
        var code = cell.replaceAll("^(`{4} |`)|( `{4}|`)$", "");
        if (code.equals("(none)")) {
            return "";
        }
        var change = CHANGED.matcher(code);
        return change.find()
                ? around(code.substring(0, change.start()), verdict) + changed(change.group(1), verdict)
                : around(code, verdict);
    }

    private static String changed(String fields, String verdict) {
        var json = JsonMapper.shared();
        var words = WORD.matcher(fields).replaceAll(match -> "x".repeat(number(match)));
        var patch = TEXT.matcher(words).replaceAll(match -> quoted('"' + text(number(match)) + '"'));
        var merged = (ObjectNode) json.readTree(verdict);
        merged.setAll((ObjectNode) json.readTree(patch));
        return json.writeValueAsString(merged);
    }

    private static String text(int length) {
        var sentences = NOUNS.stream().map(SENTENCE::formatted).collect(Collectors.joining());
        return sentences.substring(0, length - 1) + "o";
    }

    private static int number(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }

    private static String around(String code, String verdict) {
        var text = code.replace("\\n", "\n").replace("\\uFEFF", "\uFEFF").replace("escaped(V)", escaped(verdict));
        return VERDICT.matcher(text).replaceAll(quoted(verdict));
    }

    /** As the inside of a JSON string. */
    private static String escaped(String verdict) {
        return verdict.replace("\"", "\\\"");
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
