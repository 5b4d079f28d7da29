/**
 * Replays at the terminal: ordering one (which chats, how they are asked), its quote and the question whether to start it, how
 * far it is, and what came of it beside another run. Everything is asked from the gateway; nothing is counted here.
 */
@NullMarked
package dev.dictamen.stack.replay;

import org.jspecify.annotations.NullMarked;
