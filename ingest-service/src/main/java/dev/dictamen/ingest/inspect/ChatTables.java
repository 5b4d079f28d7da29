package dev.dictamen.ingest.inspect;

import java.util.List;

/**
 * The two tables that hold chats, and how they belong together.
 *
 * @param link the message table's column that holds the chat's key
 * @param text the message table's column of the text
 * @param score how much speaks for it; compared only
 * @param because what speaks for it
 */
record ChatTables(TableSample chats, TableSample messages, String link, String text, int score, List<String> because) {}
