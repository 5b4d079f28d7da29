/** One replica at work: a call from its acceptance to its end, what it counts, and its prefix cache. For the event loop's thread. */
@NullMarked
package dev.dictamen.simulator.replica;

import org.jspecify.annotations.NullMarked;
