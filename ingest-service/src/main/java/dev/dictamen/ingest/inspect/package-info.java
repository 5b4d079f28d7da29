/**
 * Looks into an existing chat database and drafts a mapping for it: {@code ./dictamen inspect}. Reads bounded samples, shows
 * no text of a chat, and says why it guessed what it guessed. Needs neither Spring's context nor Kafka.
 */
@NullMarked
package dev.dictamen.ingest.inspect;

import org.jspecify.annotations.NullMarked;
