/** How a command asks the gateway: where it is, who asks, how long, and what is said when it is away or refuses. */
@NullMarked
package dev.dictamen.stack.gateway;

import org.jspecify.annotations.NullMarked;
