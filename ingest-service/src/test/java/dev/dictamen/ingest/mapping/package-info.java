@NullMarked
package dev.dictamen.ingest.mapping;

import org.jspecify.annotations.NullMarked;
