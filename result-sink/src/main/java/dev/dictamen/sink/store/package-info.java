/**
 * Storing: owns the tables {@code chat}, {@code evaluation} and {@code evaluation_history} (Flyway, {@code db/migration/sink}). The
 * entities are the mapping, held against the live schema at start; the repositories are Spring Data's, with the upsert as a
 * fragment: a batch is one transaction with one statement in which newer wins. Knows nothing of Kafka.
 */
@NullMarked
package dev.dictamen.sink.store;

import org.jspecify.annotations.NullMarked;
