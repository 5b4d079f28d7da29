@NullMarked
package dev.dictamen.ingest.redact;

import org.jspecify.annotations.NullMarked;
