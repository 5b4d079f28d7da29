/** What a cap that follows the replicas gains. */
@NullMarked
package dev.dictamen.bench.caps;

import org.jspecify.annotations.NullMarked;
