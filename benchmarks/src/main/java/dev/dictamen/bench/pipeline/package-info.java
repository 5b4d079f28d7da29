/** The whole path, from a closed chat to its row. */
@NullMarked
package dev.dictamen.bench.pipeline;

import org.jspecify.annotations.NullMarked;
