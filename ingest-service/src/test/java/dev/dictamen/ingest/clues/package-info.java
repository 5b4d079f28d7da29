@NullMarked
package dev.dictamen.ingest.clues;

import org.jspecify.annotations.NullMarked;
