package dev.dictamen.ingest.redact;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.clues.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes personal data out of a chat: out of its messages, its attributes' values and the reference to the customer. All
 * else stays, and the same chat always becomes the same. Thread-safe.
 */
@Component
public class Redactor {
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:56|52|34|54|57|51)\\d{8,11}");

    private final List<Kind> kinds;
    private final Detectors detectors;
    private final RedactionMetrics metrics;

    Redactor(RedactionProperties properties, RedactionMetrics metrics) {
        this.kinds = properties.enabled();
        this.detectors = new Detectors(kinds);
        this.metrics = metrics;
    }

    public ClosedChat redact(ClosedChat chat) {
        if (kinds.isEmpty()) {
            return chat;
        }
        return new ClosedChat(
                chat.chatId(),
                chat.revision(),
                chat.source(),
                chat.subject(),
                customerRef(chat.customerRef()),
                chat.openedAt(),
                chat.closedAt(),
                chat.ingestedAt(),
                messages(chat.messages()),
                attributes(chat.attributes()),
                chat.skipReason());
    }

    /** Messengers refer to a customer by the telephone number in international form without its sign. */
    private @Nullable String customerRef(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        boolean isNumber = INTERNATIONAL.matcher(reference).matches();
        String redacted = redact("", isNumber ? "+" + reference : reference);
        return isNumber && redacted.startsWith("+") ? reference : redacted;
    }

    private Map<String, String> attributes(Map<String, String> attributes) {
        var redacted = new HashMap<String, String>();
        attributes.forEach((name, value) -> redacted.put(name, redact(name.replace('_', ' '), value)));
        return redacted;
    }

    private List<ChatMessage> messages(List<ChatMessage> messages) {
        List<FoldedText> folded =
                messages.stream().map(message -> FoldedText.of(message.text())).toList();
        Map<Integer, List<Span>> splitCards = kinds.contains(Kind.CARD) ? SplitCards.find(messages, folded) : Map.of();
        var redacted = new ArrayList<ChatMessage>();
        String before = "";
        for (int place = 0; place < messages.size(); place++) {
            ChatMessage message = messages.get(place);
            var spans = new ArrayList<>(splitCards.getOrDefault(place, List.of()));
            spans.addAll(detectors.find(before, folded.get(place)));
            String text = replace(message.text(), spans);
            redacted.add(new ChatMessage(message.index(), message.role(), text, message.sentAt()));
            before = message.text();
        }
        return redacted;
    }

    private String redact(String before, String text) {
        return replace(text, detectors.find(before, FoldedText.of(text)));
    }

    private String replace(String text, List<Span> spans) {
        List<Span> resolved = Spans.resolve(spans);
        resolved.forEach(span -> metrics.countReplaced(span.kind()));
        return Spans.replace(text, resolved);
    }
}
