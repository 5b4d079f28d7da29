@NullMarked
package dev.dictamen.ingest.figures;

import org.jspecify.annotations.NullMarked;
