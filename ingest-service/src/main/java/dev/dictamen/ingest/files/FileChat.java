package dev.dictamen.ingest.files;

import dev.dictamen.ingest.mapping.Conditions;
import dev.dictamen.ingest.mapping.Fact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a chat's record means. Values are named by their paths ({@link ValuePath}).
 *
 * @param key the chat's id
 * @param numbered whether a chat without an id is named after the file and its place there
 * @param closed a chat for which none of these holds is not closed, and left out; empty: all are
 * @param ignore chats that are left out: those for which any holds
 */
record FileChat(
        @Nullable String key,
        boolean numbered,
        List<Conditions> closed,
        List<Conditions> ignore,
        @Nullable String openedAt,
        @Nullable String closedAt,
        @Nullable Fact channel,
        @Nullable Fact language,
        @Nullable Fact agentId,
        @Nullable Fact agentName,
        @Nullable Fact team,
        @Nullable Fact customerRef,
        Map<String, FileFact> attributes) {
    static final FileChat EMPTY =
            new FileChat(null, false, List.of(), List.of(), null, null, null, null, null, null, null, null, Map.of());

    FileChat {
        closed = closed == null ? List.of() : List.copyOf(closed);
        ignore = ignore == null ? List.of() : List.copyOf(ignore);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }
}
