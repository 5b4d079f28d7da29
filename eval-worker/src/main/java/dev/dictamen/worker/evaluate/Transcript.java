package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A chat as the judge sees it: a JSON array of numbered messages, each with the time since the one before. Names and
 * invisible characters are left out, a model's control tokens are broken, and what is too long for the judge's window is cut
 * in the middle; indices stay those of the chat.
 *
 * @param json the array
 * @param truncated whether messages, or parts of one, were left out
 */
record Transcript(String json, boolean truncated) {
    /** Most UTF-8 bytes of all messages together: at most about 20,000 tokens of a 32,768 window, in any script. */
    static final int MAX_BYTES = 60_000;

    /** Most characters of one message. */
    static final int MAX_MESSAGE_CHARACTERS = 12_000;

    private static final int HEAD_OF_A_LONG_MESSAGE = 4_000;
    private static final int TAIL_OF_A_LONG_MESSAGE = 2_000;
    /** What a message costs beside its text: braces, index, role, wait. */
    private static final int ENVELOPE = 60;

    private static final String CUT = " […] ";

    /** What no reader sees: control characters, zero width, direction marks, tags. The joiner of emoji stays. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E"
            + "\\u2060-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}\\p{Cc}&&[^\\n\\r\\t]]");

    private static final JsonMapper JSON = JsonMapper.shared();

    static Transcript of(ClosedChat chat) {
        var messages = chat.messages().stream().map(Shown::of).toList();
        var kept = withinBudget(messages);
        var array = JSON.createArrayNode();
        @Nullable Instant before = null;
        int next = 0;
        for (var shown : kept) {
            var message = shown.message;
            if (message.index() > next) {
                array.addObject().put("omitted_messages", message.index() - next);
                before = messages.get(message.index() - 1).message.sentAt();
            }
            write(shown, before, array);
            before = message.sentAt() == null ? before : message.sentAt();
            next = message.index() + 1;
        }
        boolean shortened = kept.size() < messages.size() || kept.stream().anyMatch(Shown::isCut);
        return new Transcript(JSON.writeValueAsString(array), shortened);
    }

    /** The first and the last messages, as many as fit: how a chat began and how it ended matter most. */
    private static List<Shown> withinBudget(List<Shown> messages) {
        var head = new ArrayList<Shown>();
        var tail = new ArrayList<Shown>();
        int left = MAX_BYTES;
        for (int i = 0, j = messages.size() - 1; i <= j; ) {
            boolean fromHead = head.size() <= tail.size();
            var message = messages.get(fromHead ? i++ : j--);
            left -= message.bytes();
            if (left < 0) {
                break;
            }
            if (fromHead) {
                head.add(message);
            } else {
                tail.addFirst(message);
            }
        }
        head.addAll(tail);
        return head;
    }

    private static void write(Shown shown, @Nullable Instant before, ArrayNode array) {
        var message = shown.message;
        var node = array.addObject()
                .put("index", message.index())
                .put("role", message.role().name().toLowerCase(Locale.ROOT))
                .put("text", shown.text);
        if (before != null && message.sentAt() != null) {
            node.put("wait", inWords(Duration.between(before, message.sentAt())));
        }
    }

    private static String inWords(Duration wait) {
        long seconds = Math.max(0, wait.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** A message with its text as the judge sees it. */
    private record Shown(ChatMessage message, String text, boolean isCut) {
        static Shown of(ChatMessage message) {
            var visible = INVISIBLE.matcher(message.text()).replaceAll("");
            boolean tooLong = visible.length() > MAX_MESSAGE_CHARACTERS;
            var text = tooLong ? cut(visible) : visible;
            return new Shown(message, text.replace("<|", "< |").replace("|>", "| >"), tooLong);
        }

        private static String cut(String text) {
            int head = text.offsetByCodePoints(0, HEAD_OF_A_LONG_MESSAGE);
            int tail = text.offsetByCodePoints(text.length(), -TAIL_OF_A_LONG_MESSAGE);
            return text.substring(0, head) + CUT + text.substring(tail);
        }

        int bytes() {
            return ENVELOPE + text.getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
