package dev.dictamen.worker.evaluate;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes out an answer that docs/verdicts.md gives in short. */
final class AnswerNotation {
    private static final String SENTENCE = "El agente respondió a la duda del cliente. ";
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
        return SENTENCE.repeat(length / SENTENCE.length() + 1).substring(0, length - 1) + "o";
    }

    private static int number(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }

    private static String around(String code, String verdict) {
        var text = code.replace("\\n", "\n").replace("\\uFEFF", "\uFEFF");
        return VERDICT.matcher(text).replaceAll(quoted(verdict));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
