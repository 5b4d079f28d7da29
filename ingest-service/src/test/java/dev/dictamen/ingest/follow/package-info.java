@NullMarked
package dev.dictamen.ingest.follow;

import org.jspecify.annotations.NullMarked;
