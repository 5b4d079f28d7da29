/**
 * The gate: from what any source saw (topic found) to each material change of a chat once, in its lane (topics closed
 * and backlog). A chat whose content is unchanged goes no further; what cannot be read goes to the dead letters.
 */
@NullMarked
package dev.dictamen.ingest.gate;

import org.jspecify.annotations.NullMarked;
