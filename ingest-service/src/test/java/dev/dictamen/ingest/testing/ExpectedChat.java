package dev.dictamen.ingest.testing;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the test data says of a chat, in comparable form: times to the second, messages of every role in the source's order.
 */
public record ExpectedChat(
        String chatId,
        Subject subject,
        @Nullable String customerRef,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        List<String> messages) {
    /** From a line of an expected file: its messages and notMessages in the order of their ids. */
    public static ExpectedChat of(JsonNode line) {
        return new ExpectedChat(
                line.get("chatId").asString(),
                subject(text(line, "agentId"), text(line, "agentName"), text(line, "team"), text(line, "language")),
                text(line, "customerRef"),
                time(line.get("openedAt")),
                time(line.get("closedAt")),
                messages(line));
    }

    /** From a published chat. */
    public static ExpectedChat of(ClosedChat chat) {
        return new ExpectedChat(
                chat.chatId(),
                subject(
                        chat.subject().agentId(),
                        chat.subject().agentName(),
                        chat.subject().team(),
                        chat.subject().language()),
                chat.customerRef(),
                seconds(chat.openedAt()),
                seconds(chat.closedAt()),
                chat.messages().stream()
                        .map(message -> message.role().word() + "|" + seconds(message.sentAt()) + "|" + message.text())
                        .toList());
    }

    /** The channel is not compared: the test data know none. */
    private static Subject subject(
            @Nullable String agentId, @Nullable String agentName, @Nullable String team, @Nullable String language) {
        return new Subject(agentId, agentName, team, null, language);
    }

    private static List<String> messages(JsonNode line) {
        List<JsonNode> rows = new ArrayList<>();
        line.get("messages").forEach(rows::add);
        if (!line.get("notMessages").isEmpty()) {
            line.get("notMessages").forEach(rows::add);
            rows.sort(Comparator.comparingLong(row -> row.get("sourceId").asLong()));
        }
        return rows.stream()
                .map(row -> (row.has("role") ? row.get("role") : row.get("kind")).asString() + "|"
                        + time(row.get("sentAt")) + "|" + row.get("text").asString())
                .toList();
    }

    private static @Nullable String text(JsonNode line, String field) {
        return line.get(field).isNull() ? null : line.get(field).asString();
    }

    private static @Nullable Instant time(JsonNode value) {
        return value.isNull() ? null : seconds(Instant.parse(value.asString()));
    }

    private static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }
}
