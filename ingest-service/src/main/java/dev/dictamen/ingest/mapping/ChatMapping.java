package dev.dictamen.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the chat table means.
 *
 * @param key column of the chat's id
 * @param closed when the chat is closed
 * @param open when a conversation is going on; asked by the idle closer only
 * @param ignore rows that are never published: those of which any of these holds
 * @param closedAt column of the closing time; null where there is none: then it is the time of the change that closed the
 *     chat, and of a chat found later the newest of {@code changedAt}
 * @param changedAt columns whose newest value tells when the chat last changed, as far as its row knows
 */
public record ChatMapping(
        String table,
        String key,
        Conditions closed,
        @Nullable Conditions open,
        List<Conditions> ignore,
        @Nullable String openedAt,
        @Nullable String closedAt,
        List<String> changedAt,
        @Nullable Fact channel,
        @Nullable Fact language,
        @Nullable Fact agentId,
        @Nullable Fact agentName,
        @Nullable Fact team,
        @Nullable Fact customerRef,
        Map<String, Fact> attributes) {
    public ChatMapping {
        Required.of(table, "chat.table");
        Required.of(key, "chat.key");
        Required.of(closed, "chat.closed");
        ignore = ignore == null ? List.of() : List.copyOf(ignore);
        changedAt = changedAt == null ? List.of() : List.copyOf(changedAt);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        if (closedAt == null && changedAt.isEmpty()) {
            throw new IllegalArgumentException("chat needs the key closedAt, or changedAt where no column holds it");
        }
    }

    /** The columns that tell when the chat last changed. */
    public List<String> changeTimes() {
        return changedAt.isEmpty() && closedAt != null ? List.of(closedAt) : changedAt;
    }

    /** Every column that a chat is made of, joined ones included, each once. */
    public List<String> columns() {
        var conditions = Stream.concat(Stream.of(closed), ignore.stream());
        var facts = Stream.concat(
                Stream.of(channel, language, agentId, agentName, team, customerRef), attributes.values().stream());
        return Stream.of(
                        Stream.of(key),
                        conditions.flatMap(condition -> condition.columns().stream()),
                        Stream.of(openedAt, closedAt),
                        changedAt.stream(),
                        facts.flatMap(fact -> fact == null ? Stream.empty() : fact.columns().stream()))
                .flatMap(columns -> columns)
                .filter(column -> column != null)
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
