@NullMarked
package dev.dictamen.ingest.words;

import org.jspecify.annotations.NullMarked;
