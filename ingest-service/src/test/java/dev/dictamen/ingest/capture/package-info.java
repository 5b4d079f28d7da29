/** Reading and refusing chats. */
@NullMarked
package dev.dictamen.ingest.capture;

import org.jspecify.annotations.NullMarked;
