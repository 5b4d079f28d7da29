/** The gate's rule and its stream. */
@NullMarked
package dev.dictamen.ingest.publish;

import org.jspecify.annotations.NullMarked;
