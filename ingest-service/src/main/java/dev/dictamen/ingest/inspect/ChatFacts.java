package dev.dictamen.ingest.inspect;

import java.util.Optional;

/** Finds the columns of what else is known of a chat. */
final class ChatFacts {
    private ChatFacts() {}

    static Optional<ColumnSample> channel(TableSample chats) {
        return chats.best(
                column -> column.isCode() && column.column().isText() && Hint.CHANNEL.isIn(column.name()) ? 1 : 0);
    }

    /** The one messenger that the chats' columns are named after. */
    static Optional<String> onlyChannel(TableSample chats) {
        var named = chats.columns().stream()
                .flatMap(column -> Words.of(column.name()).stream())
                .filter(Hint.MESSENGER::has)
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    static Optional<ColumnSample> language(TableSample chats) {
        return chats.best(column -> column.column().isText() && Hint.LANGUAGE.isIn(column.name())
                ? column.shareSet() / Words.of(column.name()).size()
                : 0);
    }

    /** What the customer is known by: a name or id of a customer's kind. */
    static Optional<ColumnSample> customer(TableSample chats) {
        return chats.best(column -> Hint.CUSTOMER.isIn(column.name()) && !column.isTime() && !column.isFlag()
                ? column.shareSet() / Words.of(column.name()).size()
                : 0);
    }

    /** The name that a message's author had. */
    static Optional<ColumnSample> author(TableSample messages) {
        return messages.best(column -> {
            boolean isName = Hint.NAME.isIn(column.name());
            boolean isPerson = Hint.PERSON.isIn(column.name()) || Hint.ROLE.isIn(column.name());
            boolean isOwn = !column.name().contains(".");
            return column.column().isText() && isName && isPerson && isOwn ? column.shareSet() + 0.01 : 0;
        });
    }
}
