package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
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
 * A chat as the judge sees it: a JSON array of numbered messages, each with the time since the one before. Names are left
 * out, a model's control tokens are broken, and what is too long for the judge's window is cut in the middle; indices stay
 * those of the chat.
 *
 * @param json the array
 * @param truncated whether messages, or parts of one, were left out
 */
record Transcript(String json, boolean truncated) {
    /** Most characters of all messages together: about 20,000 tokens of a 32,768 window. */
    static final int MAX_CHARACTERS = 60_000;

    /** Most characters of one message. */
    static final int MAX_MESSAGE_CHARACTERS = 12_000;

    private static final Pattern CONTROL_TOKEN = Pattern.compile("<\\|([^|<>]{0,40})\\|>");
    private static final JsonMapper JSON = JsonMapper.shared();

    static Transcript of(ClosedChat chat) {
        var kept = withinBudget(chat.messages());
        var array = JSON.createArrayNode();
        boolean shortened = kept.size() < chat.messages().size();
        @Nullable Instant before = null;
        int next = 0;
        for (var message : kept) {
            if (message.index() > next) {
                array.addObject().put("omitted_messages", message.index() - next);
            }
            shortened |= message.text().length() > MAX_MESSAGE_CHARACTERS;
            write(message, before, array);
            before = message.sentAt() == null ? before : message.sentAt();
            next = message.index() + 1;
        }
        return new Transcript(JSON.writeValueAsString(array), shortened);
    }

    /** The first and the last messages, as many as fit: how a chat began and how it ended matter most. */
    private static List<ChatMessage> withinBudget(List<ChatMessage> messages) {
        var head = new ArrayList<ChatMessage>();
        var tail = new ArrayList<ChatMessage>();
        int left = MAX_CHARACTERS;
        for (int i = 0, j = messages.size() - 1; i <= j; ) {
            boolean fromHead = head.size() <= tail.size();
            var message = messages.get(fromHead ? i : j);
            left -= Math.min(message.text().length(), MAX_MESSAGE_CHARACTERS) + 40;
            if (left < 0) {
                break;
            }
            if (fromHead) {
                head.add(message);
                i++;
            } else {
                tail.addFirst(message);
                j--;
            }
        }
        head.addAll(tail);
        return head;
    }

    private static void write(ChatMessage message, @Nullable Instant before, ArrayNode array) {
        var node = array.addObject()
                .put("index", message.index())
                .put("role", message.role().name().toLowerCase(Locale.ROOT))
                .put("text", harmless(message.text()));
        if (before != null && message.sentAt() != null) {
            node.put("wait", inWords(Duration.between(before, message.sentAt())));
        }
    }

    private static String harmless(String text) {
        var shortened = text.length() <= MAX_MESSAGE_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_MESSAGE_CHARACTERS / 2)) + " […]";
        return CONTROL_TOKEN.matcher(shortened).replaceAll("< |$1| >");
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
}
