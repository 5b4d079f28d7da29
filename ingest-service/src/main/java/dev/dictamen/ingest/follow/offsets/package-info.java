/** Where an engine keeps its position in the log. */
@NullMarked
package dev.dictamen.ingest.follow.offsets;

import org.jspecify.annotations.NullMarked;
