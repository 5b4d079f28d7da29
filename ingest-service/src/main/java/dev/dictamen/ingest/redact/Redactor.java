package dev.dictamen.ingest.redact;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
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
    private static final int CONTEXT = 80;
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:56|52|34|54|57|51)\\d{8,11}");

    private final List<Detector> detectors;
    private final boolean areCardsFound;
    private final RedactionMetrics metrics;

    Redactor(RedactionProperties properties, RedactionMetrics metrics) {
        this.detectors = properties.enabled().stream()
                .flatMap(kind -> detectors(kind).stream())
                .toList();
        this.areCardsFound = properties.enabled().contains(Kind.CARD);
        this.metrics = metrics;
    }

    private static List<Detector> detectors(Kind kind) {
        return switch (kind) {
            case EMAIL -> EmailAddresses.detectors();
            case IBAN -> List.of(new IbanDetector());
            case MX -> MexicanIds.detectors();
            case CARD -> List.of(new CardDetector());
            case CL -> ChileanIds.detectors();
            case ES -> SpanishIds.detectors();
            case AR -> ArgentineIds.detectors();
            case CO -> ColombianIds.detectors();
            case PE -> PeruvianIds.detectors();
            case PHONE -> List.of(new PhoneDetector());
        };
    }

    public ClosedChat redact(ClosedChat chat) {
        if (detectors.isEmpty()) {
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
        String redacted = redact("", isNumber ? "+" + reference : reference, List.of());
        return isNumber && redacted.startsWith("+") ? reference : redacted;
    }

    private Map<String, String> attributes(Map<String, String> attributes) {
        var redacted = new HashMap<String, String>();
        attributes.forEach((name, value) -> redacted.put(name, redact(name.replace('_', ' '), value, List.of())));
        return redacted;
    }

    private List<ChatMessage> messages(List<ChatMessage> messages) {
        Map<Integer, List<Span>> splitCards = areCardsFound ? SplitCards.find(messages) : Map.of();
        var redacted = new ArrayList<ChatMessage>();
        String before = "";
        for (int place = 0; place < messages.size(); place++) {
            ChatMessage message = messages.get(place);
            String text = redact(before, message.text(), splitCards.getOrDefault(place, List.of()));
            redacted.add(new ChatMessage(message.index(), message.role(), text, message.sentAt()));
            before = message.text();
        }
        return redacted;
    }

    /** @param before what was said before: it may name what the text holds ("your phone number?") */
    private String redact(String before, String text, List<Span> known) {
        var folded = FoldedText.of(text);
        String context = FoldedText.of(tail(before)).text() + FoldedText.BOUNDARY;
        var spans = new ArrayList<>(known);
        for (Detector detector : detectors) {
            for (Span span : detector.find(context + folded.text())) {
                if (span.start() >= context.length()) {
                    spans.add(folded.inOriginal(span.movedBy(-context.length())));
                }
            }
        }
        List<Span> resolved = Spans.resolve(spans);
        resolved.forEach(span -> metrics.countReplaced(span.kind()));
        return Spans.replace(text, resolved);
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - CONTEXT));
    }
}
