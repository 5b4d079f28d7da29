/**
 * Files that other products and programs write: recognised by their content, read by a mapping, and written down as chats in the form
 * that {@code jsonl} reads. Nothing is sent from here: {@code ./dictamen import} starts {@code ConvertMain} and sends what it writes.
 */
@NullMarked
package dev.dictamen.ingest.files;

import org.jspecify.annotations.NullMarked;
