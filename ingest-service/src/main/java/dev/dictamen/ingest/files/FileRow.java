package dev.dictamen.ingest.files;

import dev.dictamen.ingest.mapping.Fact;
import dev.dictamen.ingest.mapping.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a mapping may ask of a chat or of a message.
 *
 * @param nodes where it looks, one after the other: a message; or a chat's record and then its messages
 * @param chat the message's chat; null for a chat
 * @param same whether two values are the same, by the name that the mapping gives to that
 */
record FileRow(List<JsonNode> nodes, @Nullable FileRow chat, Map<String, List<String>> same) {
    private static final String CHAT = "chat";

    static FileRow ofChat(List<JsonNode> nodes) {
        return new FileRow(nodes, null, Map.of());
    }

    FileRow message(JsonNode node, Map<String, List<String>> compared) {
        return new FileRow(List.of(node), this, compared);
    }

    /** The first value there. */
    @Nullable
    JsonNode node(String path) {
        return all(path).stream().findFirst().orElse(null);
    }

    /** Every value there. */
    List<JsonNode> all(String path) {
        for (var steps : ValuePath.of(path).alternatives()) {
            var found = at(steps);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<JsonNode> at(List<String> steps) {
        if (chat != null && steps.size() > 1 && steps.getFirst().equals(CHAT)) {
            return chat.at(steps.subList(1, steps.size()));
        }
        return nodes.stream()
                .map(node -> ValuePath.at(node, steps))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The value as conditions take it. */
    @Nullable
    Object value(String path) {
        var pair = same.get(path);
        return pair == null ? FileValues.of(node(path)) : isSame(value(pair.getFirst()), value(pair.getLast()));
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && Values.text(one).equals(Values.text(other));
    }

    /** The value as text; null where there is none. */
    @Nullable
    String text(@Nullable String path) {
        return path == null ? null : Values.present(value(path));
    }

    /** What the fact says; null where it says nothing. */
    @Nullable
    String fact(@Nullable Fact fact) {
        if (fact == null || fact.constant() != null) {
            return fact == null ? null : fact.constant();
        }
        var said = fact.columns().stream()
                .flatMap(path -> Stream.ofNullable(text(path)))
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? null : said;
    }
}
