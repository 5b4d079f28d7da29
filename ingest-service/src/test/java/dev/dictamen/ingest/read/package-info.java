@NullMarked
package dev.dictamen.ingest.read;

import org.jspecify.annotations.NullMarked;
