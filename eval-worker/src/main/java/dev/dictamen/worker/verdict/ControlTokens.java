package dev.dictamen.worker.verdict;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a model writes for its server and not for people: tokens that begin and end its turns, its reasoning and its tools, of the
 * model families in use. Linear.
 */
final class ControlTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "<[|｜][^|｜<>\\s]{1,40}[|｜]>" // <|end|>, <｜end▁of▁sentence｜>
                    + "|\\[/?(?:INST|TOOL_CALLS|TOOL_RESULTS|AVAILABLE_TOOLS|SYSTEM_PROMPT|THINK)\\]|<</?SYS>>"
                    + "|</?(?:s|think|thinking|thought|reasoning|scratchpad|tool_call|tool_response|start_of_turn|end_of_turn)>"
                    + "|<(?:bos|eos|unk|pad|mask|sep|cls|eod|eom|unused\\d{1,4}|extra_id_\\d{1,4}|0x[0-9A-F]{2})>"
                    + "|(?<!\\p{L})(?:analysis|commentary)?assistant(?:final|analysis|commentary)"
                    + "|<start_function_call>|<end_function_call>");
    /** Half of one, or one that was taken apart. */
    private static final Pattern PART = Pattern.compile("<[|｜]|[|｜]>");
    /** What may stand between them. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:[\\s:]|(?<!\\p{L})(?:assistant|user|system|developer|analysis|commentary|final|json|model)(?!\\p{L}))*+");

    private static final Pattern REASONING_BEGINS =
            Pattern.compile("\\s*+(?:<(?:think|thinking|thought|reasoning|scratchpad)>|\\[THINK\\])");
    private static final Pattern REASONING_ENDS =
            Pattern.compile("</(?:think|thinking|thought|reasoning|scratchpad)>|\\[/THINK\\]");

    private ControlTokens() {}

    /** The text without those at its beginning and its end, and without a whole reasoning at its beginning. */
    static String trimmed(String text) {
        if (!isIn(text)) {
            return text;
        }
        var said = withoutReasoning(text);
        var tokens = TOKEN.matcher(said).results().toList();
        int from = from(said, tokens);
        int to = to(said, tokens);
        return from < to ? said.substring(from, to).strip() : "";
    }

    static boolean isIn(String text) {
        return TOKEN.matcher(text).find() || PART.matcher(text).find();
    }

    private static String withoutReasoning(String text) {
        if (!REASONING_BEGINS.matcher(text).lookingAt()) {
            return text;
        }
        var end = REASONING_ENDS.matcher(text);
        return end.find() ? text.substring(end.end()) : text;
    }

    private static int from(String text, List<MatchResult> tokens) {
        int from = 0;
        for (var token : tokens) {
            if (!isNothing(text, from, token.start())) {
                break;
            }
            from = token.end();
        }
        var role = BETWEEN.matcher(text).region(from, text.length());
        return from > 0 && role.lookingAt() ? role.end() : from;
    }

    private static int to(String text, List<MatchResult> tokens) {
        int to = text.length();
        for (var token : tokens.reversed()) {
            if (!isNothing(text, token.end(), to)) {
                break;
            }
            to = token.start();
        }
        return to;
    }

    private static boolean isNothing(String text, int from, int to) {
        return from <= to && BETWEEN.matcher(text).region(from, to).matches();
    }
}
