/** Takes closed chats from Kafka: one poll loop per lane, out-of-order completion, offsets held behind the slowest chat. */
@NullMarked
package dev.dictamen.worker.consume;

import org.jspecify.annotations.NullMarked;
