package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A closed chat with its whole state, so that no consumer needs to ask anybody. A chat that was opened again and closed
 * again is the same chat with a higher revision.
 *
 * @param chatId the source's own id, the key of every topic; at most 190 characters
 * @param revision grows with every material change; {@link #UNASSIGNED} until the gate gave it one
 * @param source which source saw it ("import", "http", a mapping's name)
 * @param subject who and what it was about, as evaluations carry it; its fields stand beside the others on the wire
 * @param customerRef the source's reference to the customer
 * @param openedAt when the chat began
 * @param closedAt when it was closed: the last message's time where the source gives none, null where nothing has a time
 * @param ingestedAt when Dictamen first saw this content
 * @param messages all messages in order; {@code messages.get(i).index() == i}
 * @param attributes what else the source said, as flat text
 * @param skipReason why nobody can judge this chat, known when it was read; its messages are then not there
 */
public record ClosedChat(
        String chatId,
        long revision,
        String source,
        @JsonUnwrapped Subject subject,
        @Nullable String customerRef,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        Instant ingestedAt,
        List<ChatMessage> messages,
        Map<String, String> attributes,
        @Nullable SkipReason skipReason)
        implements Event {

    /** The revision of a chat that has not passed the gate yet. */
    public static final long UNASSIGNED = 0;

    public ClosedChat {
        Objects.requireNonNull(chatId, "chatId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(ingestedAt, "ingestedAt");
        subject = subject == null ? Subject.UNKNOWN : subject;
        messages = List.copyOf(messages);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** The same chat under the revision that the gate assigned. */
    public ClosedChat withRevision(long assigned) {
        return with(assigned, closedAt);
    }

    /** The same chat with another closing time. */
    public ClosedChat withClosedAt(Instant known) {
        return with(revision, known);
    }

    /** UTF-16 units of all its messages' texts: what reading it costs. */
    public long characters() {
        return messages.stream().mapToLong(message -> message.text().length()).sum();
    }

    private ClosedChat with(long otherRevision, @Nullable Instant otherClosedAt) {
        return new ClosedChat(
                chatId,
                otherRevision,
                source,
                subject,
                customerRef,
                openedAt,
                otherClosedAt,
                ingestedAt,
                messages,
                attributes,
                skipReason);
    }

    @Override
    public String key() {
        return chatId;
    }

    @Override
    public String id() {
        return chatId + "/" + revision;
    }
}
