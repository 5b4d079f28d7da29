/**
 * The topic found, in which every chat lies that any source saw. {@code FoundTopic.send} is the one door to it, and the place
 * where a chat loses its personal data: what is sent is {@code redactor.redact(chat)}. Nothing else writes to that topic.
 */
@NullMarked
package dev.dictamen.ingest.found;

import org.jspecify.annotations.NullMarked;
