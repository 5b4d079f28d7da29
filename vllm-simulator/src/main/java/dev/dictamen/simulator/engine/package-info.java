/**
 * A replica's engine without its HTTP: slots, the queue in front of them, how long a generation takes, and which call goes
 * wrong in which way. Everything here belongs to one thread.
 */
@NullMarked
package dev.dictamen.simulator.engine;

import org.jspecify.annotations.NullMarked;
