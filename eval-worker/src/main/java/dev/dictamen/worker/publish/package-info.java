/** Hands evaluations and dead letters to Kafka and waits for the broker's acknowledgement. */
@NullMarked
package dev.dictamen.worker.publish;

import org.jspecify.annotations.NullMarked;
