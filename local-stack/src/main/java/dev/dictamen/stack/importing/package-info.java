/** The import command: a JSONL file, line by line, to ingest-service. */
@NullMarked
package dev.dictamen.stack.importing;

import org.jspecify.annotations.NullMarked;
