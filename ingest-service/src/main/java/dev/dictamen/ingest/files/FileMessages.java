package dev.dictamen.ingest.files;

import dev.dictamen.ingest.mapping.CleanRule;
import dev.dictamen.ingest.mapping.Conditions;
import dev.dictamen.ingest.mapping.RoleRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message means. Values are named by their paths in the message; {@code chat.} before a path means the chat's record.
 *
 * @param at where a chat's record holds its messages: lists, or single ones; empty where each message is a record of its own
 * @param chat the id of a message's chat, where it is a record of its own; null where the file is one chat
 * @param where what holds for a record that is a message, where there are records of chats as well
 * @param order values that put the messages of a chat in order; empty: as they stand
 * @param attachments what is shown as {@code [value]} behind the text
 * @param same names for {@code true} where two values are the same, else {@code false}
 * @param roles who wrote a message: the first rule that matches; a message that none matches makes its chat refused
 */
record FileMessages(
        List<String> at,
        @Nullable String chat,
        @Nullable Conditions where,
        List<String> order,
        String text,
        @Nullable String attachments,
        @Nullable String sentAt,
        @Nullable String agentId,
        @Nullable String agentName,
        @Nullable String customerRef,
        Map<String, List<String>> same,
        List<Conditions> ignore,
        List<RoleRule> roles,
        List<CleanRule> clean) {
    FileMessages {
        at = at == null ? List.of() : List.copyOf(at);
        order = order == null ? List.of() : List.copyOf(order);
        same = same == null ? Map.of() : Map.copyOf(same);
        ignore = ignore == null ? List.of() : List.copyOf(ignore);
        clean = clean == null ? List.of() : List.copyOf(clean);
        if (text == null) {
            throw new IllegalArgumentException("the key messages.text is missing");
        }
        if (roles == null || roles.isEmpty()) {
            throw new IllegalArgumentException("the key messages.roles is missing or empty");
        }
        if (same.values().stream().anyMatch(pair -> pair.size() != 2)) {
            throw new IllegalArgumentException("messages.same: expected {name: [path, path]}");
        }
        roles = List.copyOf(roles);
    }
}
