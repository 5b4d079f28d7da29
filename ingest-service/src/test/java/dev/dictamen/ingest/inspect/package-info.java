/** The inspection of chat databases, on real servers where it takes one. */
@NullMarked
package dev.dictamen.ingest.inspect;

import org.jspecify.annotations.NullMarked;
