/** The service as a whole, against a real broker. */
@NullMarked
package dev.dictamen.ingest;

import org.jspecify.annotations.NullMarked;
