/** What it costs to take chats in: from a request to the topic of closed chats. */
@NullMarked
package dev.dictamen.bench.ingest;

import org.jspecify.annotations.NullMarked;
