package dev.dictamen.ingest.jsonl;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Subject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one chat of the JSONL form ({@code conversation_id}, {@code meta}, {@code transcript}, {@code outcomes}), in either spelling, and
 * invents nothing: what the text does not say is null, what it says wrongly is refused. README.md has every decision.
 */
@Component
public class ChatReader {
    private static final String SOURCE = "http";
    private static final Field CHANNEL = Field.of("canal", "channel");
    private static final Field LANGUAGE = Field.of("idioma", "language");
    private static final Field AGENT_ID = Field.of("agent_id");
    private static final Field AGENT_NAME = Field.of("agent_name");
    private static final Field TEAM = Field.of("team");
    private static final Field CUSTOMER = Field.of("customer_id");
    private static final Field OPENED = Field.of("opened_at");
    private static final Field CLOSED = Field.of("closed_at");

    private final Clock clock;

    ChatReader(Clock clock) {
        this.clock = clock;
    }

    /** The chat, its revision unassigned; throws {@link RejectedChatException} with the reason. */
    public ClosedChat read(ByteBuffer utf8) {
        return read(utf8, new UnreadTimes());
    }

    /** The same; times that cannot be read are null in the chat and counted in {@code times}. */
    public ClosedChat read(ByteBuffer utf8, UnreadTimes times) {
        ObjectNode chat = StrictJson.object(StrictText.decode(utf8));
        JsonNode meta = meta(chat);
        List<JsonNode> places = List.of(chat, meta);
        String id = ChatIds.in(places);
        try {
            return chat(id, chat, places, times);
        } catch (RejectedChatException e) {
            throw new RejectedChatException(e.reason(), id);
        }
    }

    private static JsonNode meta(ObjectNode chat) {
        JsonNode meta = chat.get("meta");
        if (meta == null || meta.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!meta.isObject()) {
            throw new RejectedChatException("meta is " + Json.kind(meta) + ", not an object");
        }
        return meta;
    }

    /** An account of how the chat went is read where it is one, and refuses no chat. */
    private static JsonNode outcomes(ObjectNode chat) {
        JsonNode outcomes = chat.get("outcomes");
        return outcomes != null && outcomes.isObject() ? outcomes : JsonNodeFactory.instance.objectNode();
    }

    private ClosedChat chat(String id, ObjectNode chat, List<JsonNode> places, UnreadTimes times) {
        List<ChatMessage> messages = MessageReader.read(chat, times);
        return new ClosedChat(
                id,
                ClosedChat.UNASSIGNED,
                SOURCE,
                subject(places),
                Names.read(CUSTOMER, places),
                firstOf(
                        times.read(OPENED.in(places)),
                        times(messages).min(Comparator.naturalOrder()).orElse(null)),
                firstOf(
                        times.read(CLOSED.in(places)),
                        times(messages).max(Comparator.naturalOrder()).orElse(null)),
                clock.instant(),
                messages,
                Attributes.of(places.getLast(), outcomes(chat), id),
                null);
    }

    private static Subject subject(List<JsonNode> places) {
        return new Subject(
                Names.read(AGENT_ID, places),
                Names.read(AGENT_NAME, places),
                Names.read(TEAM, places),
                Names.read(CHANNEL, places),
                Names.read(LANGUAGE, places));
    }

    private static Stream<Instant> times(List<ChatMessage> messages) {
        return messages.stream()
                .map(ChatMessage::sentAt)
                .filter(Objects::nonNull)
                .map(Instant.class::cast);
    }

    private static @Nullable Instant firstOf(@Nullable Instant stated, @Nullable Instant derived) {
        return stated == null ? derived : stated;
    }
}
