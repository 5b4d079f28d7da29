package dev.dictamen.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the message table means.
 *
 * @param key column of the message's own id
 * @param chat column that holds the chat's key; name.column where it takes a join to reach it
 * @param joins tables reached from the message's row
 * @param where what must hold for a row to be a message of a chat at all
 * @param order columns that put the messages of a chat in order; the key decides between equals
 * @param agentName name of the message's author, for chats whose agent has no row any more
 * @param ignore rows that are left out
 * @param ignoreChat a chat with such a row is not published (any more)
 * @param roles who wrote a message: the first rule that matches; a row that none matches is left out
 * @param clean what is done to a text, in order, each step to the messages that it is for
 */
public record MessagesMapping(
        String table,
        String key,
        String chat,
        Map<String, JoinedTable> joins,
        @Nullable Conditions where,
        List<String> order,
        String text,
        @Nullable String sentAt,
        @Nullable String agentName,
        List<Conditions> ignore,
        List<Conditions> ignoreChat,
        List<RoleRule> roles,
        List<CleanRule> clean) {
    public MessagesMapping {
        Required.of(table, "messages.table");
        Required.of(key, "messages.key");
        Required.of(chat, "messages.chat");
        Required.of(text, "messages.text");
        joins = joins == null ? Map.of() : Map.copyOf(joins);
        order = order == null ? List.of(key) : List.copyOf(order);
        ignore = ignore == null ? List.of() : List.copyOf(ignore);
        ignoreChat = ignoreChat == null ? List.of() : List.copyOf(ignoreChat);
        clean = clean == null ? List.of() : List.copyOf(clean);
        if (roles == null || roles.isEmpty()) {
            throw new IllegalArgumentException("the key messages.roles is missing or empty");
        }
        roles = List.copyOf(roles);
    }

    /** Every column that a message is made of but its text, joined ones included, each once. */
    public List<String> columnsButText() {
        var conditions = Stream.of(
                        ignore.stream(),
                        ignoreChat.stream(),
                        roles.stream().map(RoleRule::when),
                        Stream.ofNullable(where))
                .flatMap(each -> each);
        return Stream.of(
                        Stream.of(chat),
                        conditions.flatMap(condition -> condition.columns().stream()),
                        clean.stream().flatMap(rule -> rule.columns().stream()),
                        Stream.of(sentAt, agentName))
                .flatMap(columns -> columns)
                .filter(column -> column != null)
                .map(String::valueOf)
                .filter(column -> !column.equals(text))
                .distinct()
                .toList();
    }
}
