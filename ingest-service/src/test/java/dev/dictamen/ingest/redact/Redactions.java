package dev.dictamen.ingest.redact;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Subject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Chats and texts through a redactor of all kinds. */
public final class Redactions {
    static final List<String> ALL = Arrays.stream(Kind.values()).map(Kind::word).toList();

    private Redactions() {}

    static Redactor redactor(List<String> kinds) {
        return new Redactor(new RedactionProperties(kinds), new RedactionMetrics(new SimpleMeterRegistry()));
    }

    /** The chat after all kinds were replaced. */
    public static ClosedChat redacted(ClosedChat chat) {
        return redactor(ALL).redact(chat);
    }

    /** The text after all kinds were replaced. */
    static String redacted(String text) {
        return texts(redacted(chat(List.of(text), "c-1", Map.of()))).getFirst();
    }

    static List<String> texts(ClosedChat chat) {
        return chat.messages().stream().map(ChatMessage::text).toList();
    }

    /** A chat of the texts, customer and agent in turn. */
    static ClosedChat chat(List<String> texts, String customerRef, Map<String, String> attributes) {
        var messages = IntStream.range(0, texts.size())
                .mapToObj(index -> new ChatMessage(
                        index, index % 2 == 0 ? Role.CUSTOMER : Role.AGENT, texts.get(index), Instant.EPOCH))
                .toList();
        return new ClosedChat(
                "4111111111111111",
                0,
                "test",
                new Subject("ana@agents.example", "Ana", "12.345.678-5", "web", "es"),
                customerRef,
                null,
                null,
                Instant.EPOCH,
                messages,
                attributes,
                null);
    }
}
