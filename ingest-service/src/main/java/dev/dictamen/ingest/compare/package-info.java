/**
 * Compares a followed database with what was published: chats that are closed by their rows and never went through the gate are
 * read, and counted as signals that the log did not give.
 */
@NullMarked
package dev.dictamen.ingest.compare;

import org.jspecify.annotations.NullMarked;
