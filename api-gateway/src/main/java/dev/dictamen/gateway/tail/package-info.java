/** Reading a topic from outside of any consumer group. */
@NullMarked
package dev.dictamen.gateway.tail;

import org.jspecify.annotations.NullMarked;
