/**
 * Takes closed chats from any source and publishes each material change once. The packages are the steps in the order
 * data meets them: {@code capture} (a source's form becomes the contract's chat), then {@code publish} (the gate).
 */
@NullMarked
package dev.dictamen.ingest;

import org.jspecify.annotations.NullMarked;
