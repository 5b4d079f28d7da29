/** How full workers keep the slots of the replicas. */
@NullMarked
package dev.dictamen.bench.slots;

import org.jspecify.annotations.NullMarked;
