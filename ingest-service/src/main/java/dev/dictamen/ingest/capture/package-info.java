/**
 * Where programs hand closed chats in: {@code POST /v1/chats} reads a body as it comes, has {@code jsonl} read its chats, and
 * answers when the topic found has them. What is refused is named with its line and its reason.
 */
@NullMarked
package dev.dictamen.ingest.capture;

import org.jspecify.annotations.NullMarked;
