/** What comparing a chat database's tables with what was published costs its server. */
@NullMarked
package dev.dictamen.bench.compare;

import org.jspecify.annotations.NullMarked;
