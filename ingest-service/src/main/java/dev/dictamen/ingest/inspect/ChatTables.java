package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.Closing.Lookup;
import java.util.List;
import java.util.Map;

/**
 * The two tables that hold chats, and how they belong together.
 *
 * @param messages with what their rows point to
 * @param lookups small tables that name the states of chats
 * @param columns the message's columns that lead to its chat and hold its text
 * @param shape what the rows tell
 * @param evidence what speaks for it
 */
record ChatTables(
        TableSample chats, List<Lookup> lookups, JoinedSample messages, Link columns, Shape shape, Evidence evidence) {
    /**
     * Reasons.
     *
     * @param score how much speaks for it; compared only
     */
    record Evidence(int score, List<String> because) {
        Evidence {
            because = List.copyOf(because);
        }
    }

    /**
     * What a message is made of.
     *
     * @param chat the column that holds the chat's key; {@code join.column} where it stands in another table
     * @param text the message table's column of the text
     */
    record Link(String chat, String text) {}

    int score() {
        return evidence.score();
    }

    List<String> because() {
        return evidence.because();
    }

    /** The messages' rows. */
    TableSample messageTable() {
        return messages.table();
    }

    Map<String, String> joins() {
        return messages.joins();
    }
}
