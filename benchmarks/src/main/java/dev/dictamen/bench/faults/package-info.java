/** What one bad replica costs the others. */
@NullMarked
package dev.dictamen.bench.faults;

import org.jspecify.annotations.NullMarked;
