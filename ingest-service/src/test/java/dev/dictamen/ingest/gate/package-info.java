/** The gate's rule and its stream. */
@NullMarked
package dev.dictamen.ingest.gate;

import org.jspecify.annotations.NullMarked;
