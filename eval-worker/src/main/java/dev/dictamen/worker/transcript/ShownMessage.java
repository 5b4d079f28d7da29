package dev.dictamen.worker.transcript;

import dev.dictamen.contract.ChatMessage;
import java.util.regex.Pattern;

/**
 * A message with its text as the judge sees it: without invisible characters and a model's control tokens.
 *
 * @param text cut in the middle when it is very long
 * @param isCut whether it was
 */
record ShownMessage(ChatMessage message, String text, boolean isCut) {
    /** Most characters of one message. */
    static final int MAX_CHARACTERS = 12_000;

    private static final int HEAD_OF_A_LONG_MESSAGE = 4_000;
    private static final int TAIL_OF_A_LONG_MESSAGE = 2_000;
    private static final String CUT = " […] ";

    /** What no reader sees: control characters, zero width, direction marks, tags. The joiner of emoji stays. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E"
            + "\\u2060-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}\\p{Cc}&&[^\\n\\r\\t]]");

    static ShownMessage of(ChatMessage message) {
        var visible = visible(message.text());
        boolean tooLong = visible.length() > MAX_CHARACTERS;
        var text = tooLong ? cut(visible) : visible;
        return new ShownMessage(message, text.replace("<|", "< |").replace("|>", "| >"), tooLong);
    }

    private static String visible(String text) {
        return PlainText.is(text) ? text : INVISIBLE.matcher(text).replaceAll("");
    }

    ShownMessage hiding(NameMask names) {
        return new ShownMessage(message, names.applyTo(text), isCut);
    }

    private static String cut(String text) {
        int head = text.offsetByCodePoints(0, HEAD_OF_A_LONG_MESSAGE);
        int tail = text.offsetByCodePoints(text.length(), -TAIL_OF_A_LONG_MESSAGE);
        return text.substring(0, head) + CUT + text.substring(tail);
    }
}
