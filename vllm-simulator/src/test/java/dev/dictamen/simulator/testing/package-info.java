/** A client and chats for the simulator's own tests. */
@NullMarked
package dev.dictamen.simulator.testing;

import org.jspecify.annotations.NullMarked;
