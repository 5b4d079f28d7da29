/**
 * Consuming: two batch listeners, one for chats and one for evaluations, and what they share: a record that can never be
 * stored is singled out and dead-lettered while its batch goes on; anything else is tried again until it works.
 */
@NullMarked
package dev.dictamen.sink.consume;

import org.jspecify.annotations.NullMarked;
