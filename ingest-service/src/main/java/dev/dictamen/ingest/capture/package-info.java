/**
 * Where closed chats come in: {@code POST /v1/chats} reads the JSONL form of a chat strictly, maps it to the contract
 * without inventing anything, and hands it to the topic found. What is refused is named with its line and its reason.
 */
@NullMarked
package dev.dictamen.ingest.capture;

import org.jspecify.annotations.NullMarked;
