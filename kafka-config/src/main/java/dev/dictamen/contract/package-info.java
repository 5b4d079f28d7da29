/**
 * The contract: the records that cross a topic and the identifiers derived from them. No Spring and no Kafka here, so
 * that every service, and every test, reads a record the same way. The golden samples in {@code samples/} hold it.
 */
@NullMarked
package dev.dictamen.contract;

import org.jspecify.annotations.NullMarked;
