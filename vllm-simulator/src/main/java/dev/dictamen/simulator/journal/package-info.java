/** The journal: one line per call that reached a replica, kept for those who count calls, repeats and aborts. */
@NullMarked
package dev.dictamen.simulator.journal;

import org.jspecify.annotations.NullMarked;
