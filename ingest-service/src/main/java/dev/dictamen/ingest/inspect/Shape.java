package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.shape.Conversations;
import dev.dictamen.ingest.inspect.shape.TimeFit;
import dev.dictamen.ingest.mapping.LiveSchema.LiveColumn;
import java.util.List;
import java.util.Optional;

/**
 * What the rows of two tables tell of chats and messages, whatever the tables are called.
 *
 * @param conversations the sampled messages by their chat
 * @param sentAt the message's time, which grows within a chat and spans little of the whole
 * @param turns who wrote, by a column that takes turns
 * @param opening how many chats have a time just before their first message, 0 to 1
 * @param closing how many have another one after their last message, 0 to 1
 */
record Shape(
        Conversations conversations, Optional<String> sentAt, Optional<Roles> turns, double opening, double closing) {
    private static final double GROWTH = 0.85;
    private static final double SPAN = 0.3;
    private static final double SEVERAL = 1.5;
    private static final double MOST = 0.6;

    /** @param messages rows of which many have their chat in common */
    static Shape of(TableSample chats, TableSample messages, String link, String text) {
        var links = messages.column(link).values();
        var unordered = Conversations.of(links);
        var sentAt = sentAt(messages, unordered);
        var conversations = sentAt.map(column ->
                        Conversations.of(links, messages.column(column).values()))
                .orElse(unordered);
        var turns = RoleShape.of(messages, text, conversations);
        if (sentAt.isEmpty()) {
            return new Shape(conversations, sentAt, turns, 0, 0);
        }
        var times = messages.column(sentAt.get()).values();
        var fit = new TimeFit(
                chats.key().isEmpty()
                        ? List.<String>of()
                        : chats.column(chats.key()).values(),
                conversations.begins(times),
                conversations.ends(times));
        return new Shape(
                conversations,
                sentAt,
                turns,
                chats.those(ColumnSample::isTime).stream()
                        .mapToDouble(column -> fit.opening(column.values()))
                        .max()
                        .orElse(0),
                chats.those(ColumnSample::isTime).stream()
                        .filter(column -> fit.opening(column.values()) < MOST)
                        .mapToDouble(column -> fit.closing(column.values()))
                        .max()
                        .orElse(0));
    }

    /** The time column by which conversations are closest, and that grows with the key where the key is a number. */
    private static Optional<String> sentAt(TableSample messages, Conversations conversations) {
        boolean isCounted = messages.table()
                .column(messages.key())
                .filter(LiveColumn::isInteger)
                .isPresent();
        return messages.best(column -> {
                    if (!column.isTime()) {
                        return 0;
                    }
                    double growth = isCounted ? conversations.growth(column.values()) : 1;
                    double span = conversations.span(column.values());
                    return growth >= GROWTH && span <= SPAN
                            ? growth - span + (Hint.OPENING.isIn(column.name()) ? 1 : 0)
                            : 0;
                })
                .map(ColumnSample::name);
    }

    /** Whether messages of several persons follow one another, each chat's for itself. */
    boolean isConversation() {
        return sentAt.isPresent() && turns.isPresent() && conversations.meanSize() >= SEVERAL;
    }

    /** Whether chats begin with their first message. */
    boolean isOpening() {
        return opening >= MOST;
    }

    /** Whether chats have a time of the end. */
    boolean isClosing() {
        return closing >= MOST;
    }
}
