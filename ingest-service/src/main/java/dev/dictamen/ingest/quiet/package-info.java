/** Changed chats wait here until nothing of them changes for a while; then they are read. */
@NullMarked
package dev.dictamen.ingest.quiet;

import org.jspecify.annotations.NullMarked;
