package dev.dictamen.ingest.quote;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.replay.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Whether a closing is in a selection, but for what it was judged. */
final class SelectionFilter {
    private final Selection selection;
    private final Set<String> chatIds;
    private final Set<String> found = new HashSet<>();

    SelectionFilter(Selection selection) {
        this.selection = selection;
        this.chatIds = Set.copyOf(selection.chatIds());
    }

    boolean takes(ConsumerRecord<?, ?> record, ClosedChat chat) {
        return isIn(record) && isNamed(chat) && isClosedInTime(chat) && isLike(chat);
    }

    /** Named chats that no record of history was of, so far. */
    int notFound() {
        return chatIds.size() - found.size();
    }

    private boolean isIn(ConsumerRecord<?, ?> record) {
        return selection.offsets().isEmpty()
                || selection.offsets().stream()
                        .anyMatch(range -> range.topic().equals(record.topic())
                                && range.partition() == record.partition()
                                && record.offset() >= range.from()
                                && record.offset() < range.to());
    }

    private boolean isNamed(ClosedChat chat) {
        boolean isNamed = chatIds.contains(chat.chatId());
        if (isNamed) {
            found.add(chat.chatId());
        }
        return isNamed || chatIds.isEmpty();
    }

    /** A chat that nobody knows the closing time of counts as closed when it was seen. */
    private boolean isClosedInTime(ClosedChat chat) {
        var closed = chat.closedAt() == null ? chat.ingestedAt() : chat.closedAt();
        return (selection.from() == null || !closed.isBefore(selection.from()))
                && (selection.to() == null || closed.isBefore(selection.to()));
    }

    private boolean isLike(ClosedChat chat) {
        var filter = selection.filter();
        var subject = chat.subject();
        return isOneOf(filter.teams(), subject.team())
                && (isOneOf(filter.agents(), subject.agentId()) || isOneOf(filter.agents(), subject.agentName()))
                && isOneOf(filter.channels(), subject.channel())
                && isLanguage(filter.languages(), subject.language())
                && isOneOf(filter.sources(), chat.source());
    }

    private static boolean isOneOf(List<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || (value != null && wanted.stream().anyMatch(value::equalsIgnoreCase));
    }

    /** "es" takes "es-MX", too. */
    private static boolean isLanguage(List<String> wanted, @Nullable String value) {
        return wanted.isEmpty()
                || (value != null
                        && wanted.stream()
                                .map(Locale::forLanguageTag)
                                .anyMatch(tag -> value.equalsIgnoreCase(tag.toLanguageTag())
                                        || (tag.getCountry().isEmpty()
                                                && Locale.forLanguageTag(value)
                                                        .getLanguage()
                                                        .equals(tag.getLanguage()))));
    }
}
