/** What it costs the sink to store chats and evaluations. */
@NullMarked
package dev.dictamen.bench.upsert;

import org.jspecify.annotations.NullMarked;
