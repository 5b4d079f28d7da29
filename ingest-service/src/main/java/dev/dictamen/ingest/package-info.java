/**
 * Takes closed chats from any source and publishes each material change once. The packages are the steps in the order data
 * meets them. A chat comes in by {@code follow} (a database changed) and {@code read} (what it holds now), or by
 * {@code capture} (a program sent it). {@code redact} takes its personal data out, {@code found} puts it into the topic found,
 * and {@code gate} takes it from there and lets each material change through. Beside the way: {@code source} (the database),
 * {@code mapping} (what its columns mean), {@code jsonl} (the form that programs send), {@code inspect} (a draft of a
 * mapping), {@code figures} (what the chats of a replay were like).
 */
@NullMarked
package dev.dictamen.ingest;

import org.jspecify.annotations.NullMarked;
