/**
 * What a replay would do and cost: one reading of the topics' history finds the chats that it takes and where they lie, which of them are
 * judged already, and what asking the rest would take.
 */
@NullMarked
package dev.dictamen.ingest.quote;

import org.jspecify.annotations.NullMarked;
