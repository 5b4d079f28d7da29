/**
 * What the chats of a replay were like by their source's own account, before any judge: means, and what customers wanted, by
 * rules that lie in a YAML text ({@code figures/intents.yml}, or the file that {@code REPLAY_INTENTS} names). {@code
 * ConversationFigures} is given chats one by one and remembers none of them.
 */
@NullMarked
package dev.dictamen.ingest.figures;

import org.jspecify.annotations.NullMarked;
