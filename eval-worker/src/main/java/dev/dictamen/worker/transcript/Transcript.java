package dev.dictamen.worker.transcript;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A chat as the judge sees it: a JSON array of numbered messages, each with the time since the one before. What is too long
 * for the judge's window is left out of the middle ({@link Selection}); indices stay those of the chat.
 *
 * @param json the array
 * @param truncated whether messages, or parts of one, were left out
 * @param hasBothSides whether at least one message of the agent and one of the customer is in it
 */
public record Transcript(String json, boolean truncated, boolean hasBothSides) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Transcript of(ClosedChat chat) {
        var names = NameMask.of(chat.subject().agentName());
        var messages = chat.messages().stream().map(ShownMessage::of).toList();
        var kept = Selection.of(messages).stream()
                .map(message -> message.hiding(names))
                .toList();
        var array = JSON.createArrayNode();
        @Nullable Instant before = null;
        int next = 0;
        for (var shown : kept) {
            var message = shown.message();
            if (message.index() > next) {
                array.addObject().put("omitted_messages", message.index() - next);
                before = messages.get(message.index() - 1).message().sentAt();
            }
            write(shown, before, array);
            before = message.sentAt() == null ? before : message.sentAt();
            next = message.index() + 1;
        }
        boolean shortened = kept.size() < messages.size() || kept.stream().anyMatch(ShownMessage::isCut);
        return new Transcript(
                JSON.writeValueAsString(array), shortened, isIn(kept, Role.AGENT) && isIn(kept, Role.CUSTOMER));
    }

    private static boolean isIn(List<ShownMessage> messages, Role role) {
        return messages.stream().anyMatch(shown -> shown.message().role() == role);
    }

    private static void write(ShownMessage shown, @Nullable Instant before, ArrayNode array) {
        var message = shown.message();
        var node = array.addObject()
                .put("index", message.index())
                .put("role", message.role().word())
                .put("text", shown.text());
        if (before != null && message.sentAt() != null) {
            node.put("wait", TimeInWords.of(Duration.between(before, message.sentAt())));
        }
    }
}
