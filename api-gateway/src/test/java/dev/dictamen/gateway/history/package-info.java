/** What was evaluated: verdicts, chats and the ledger, read from the sink's tables within the reader's teams. */
@NullMarked
package dev.dictamen.gateway.history;

import org.jspecify.annotations.NullMarked;
