/**
 * The form in which chats are handed in: JSON lines, cut, decoded and parsed strictly, then mapped to the contract without
 * inventing anything. What is refused is refused with a reason that names the place and never holds chat text.
 */
@NullMarked
package dev.dictamen.ingest.jsonl;

import org.jspecify.annotations.NullMarked;
