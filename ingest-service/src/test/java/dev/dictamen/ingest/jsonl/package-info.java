@NullMarked
package dev.dictamen.ingest.jsonl;

import org.jspecify.annotations.NullMarked;
