/**
 * The step that takes personal data out of a chat before it is published. A detector per kind finds spans in a folded text
 * (plain digits, nothing invisible), only in the stretches that hold what it needs to find anything; overlaps are resolved
 * in one place, and each span is replaced by its kind's placeholder. A number with a check digit is personal data only when
 * the check digit is right. Nothing in here logs a text or puts one into an exception.
 */
@NullMarked
package dev.dictamen.ingest.redact;

import org.jspecify.annotations.NullMarked;
