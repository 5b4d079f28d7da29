@NullMarked
package dev.dictamen.ingest.source;

import org.jspecify.annotations.NullMarked;
