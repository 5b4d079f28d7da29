/**
 * Storing: owns the tables {@code chat} and {@code evaluation} (Flyway, {@code db/migration/sink}). A batch is one
 * transaction with one upsert statement in which newer wins; entities are for reading. Knows nothing of Kafka.
 */
@NullMarked
package dev.dictamen.sink.store;

import org.jspecify.annotations.NullMarked;
