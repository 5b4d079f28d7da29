package dev.dictamen.simulator.verdict;

import dev.dictamen.rules.Message;
import dev.dictamen.rules.Message.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the chat in a prompt: the first JSON array whose objects have a {@code role} and a {@code text} (or {@code content}),
 * whatever stands before and after it.
 */
final class ChatInPrompt {
    private static final Pattern ARRAY_START = Pattern.compile("\\[\\s*[{\\]]");
    private static final int MOST_TRIES = 50;
    private static final ObjectReader JSON =
            JsonMapper.shared().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ChatInPrompt() {}

    /** The messages in their order; empty when the prompt holds no chat. */
    static Optional<List<Message>> find(String prompt) {
        var start = ARRAY_START.matcher(prompt);
        for (int tries = 0; tries < MOST_TRIES && start.find(); tries++) {
            var array = arrayAt(prompt.substring(start.start()));
            if (array != null && isChat(array)) {
                return Optional.of(messages(array));
            }
        }
        return Optional.empty();
    }

    private static @Nullable JsonNode arrayAt(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean isChat(JsonNode array) {
        return array.isArray()
                && (array.isEmpty() || array.valueStream().anyMatch(item -> item.has("role") && textOf(item) != null));
    }

    private static List<Message> messages(JsonNode array) {
        var messages = new ArrayList<Message>();
        @Nullable Duration sinceStart = anyWait(array) ? Duration.ZERO : null;
        int next = 0;
        for (var item : array) {
            var text = textOf(item);
            if (text == null) {
                continue;
            }
            var wait = Wait.parse(item.get("wait"));
            if (wait != null && sinceStart != null) {
                sinceStart = sinceStart.plus(wait);
            }
            boolean timed = wait != null || messages.isEmpty();
            int index = item.path("index").asInt(next);
            var speaker = speaker(item.path("role").asString(""));
            messages.add(Message.of(index, speaker, text, timed ? sinceStart : null));
            next = index + 1;
        }
        return messages;
    }

    private static boolean anyWait(JsonNode array) {
        return array.valueStream().anyMatch(item -> Wait.parse(item.get("wait")) != null);
    }

    private static @Nullable String textOf(JsonNode item) {
        var text = item.has("text") ? item.get("text") : item.get("content");
        return text != null && text.isString() ? text.asString() : null;
    }

    private static Speaker speaker(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "agent", "assistant" -> Speaker.AGENT;
            case "customer", "user" -> Speaker.CUSTOMER;
            default -> Speaker.OTHER;
        };
    }
}
