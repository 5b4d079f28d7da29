/**
 * The chat as it stands in its database: the keys that a signal or a scan named, read by two indexed selects after a short
 * quiet time, at a limited rate, and handed on to be published. Nothing is written to that database.
 */
@NullMarked
package dev.dictamen.ingest.read;

import org.jspecify.annotations.NullMarked;
