/**
 * Follows a chat database: its binlog says which chats changed (a signal, never the content), a paged scan finds those of
 * before, and a supervisor starts both again after whatever breaks. What is found goes to {@code read}.
 */
@NullMarked
package dev.dictamen.ingest.follow;

import org.jspecify.annotations.NullMarked;
