/**
 * HTTP/1.1 on Netty, one connection at a time: requests in, answers out, and everything that can be done wrong on a wire (half a body,
 * drops, a reset). Knows nothing of what is asked.
 */
@NullMarked
package dev.dictamen.simulator.http;

import org.jspecify.annotations.NullMarked;
