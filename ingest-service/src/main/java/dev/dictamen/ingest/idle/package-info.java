/** Open chats that nobody goes on with: now and then they are published as if they had closed. */
@NullMarked
package dev.dictamen.ingest.idle;

import org.jspecify.annotations.NullMarked;
