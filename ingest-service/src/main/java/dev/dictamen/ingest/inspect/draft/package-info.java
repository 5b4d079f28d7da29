/** The text of a mapping to begin with: YAML with the reasons before its lines, and what only a person can decide. */
@NullMarked
package dev.dictamen.ingest.inspect.draft;

import org.jspecify.annotations.NullMarked;
