/** The broker: a single durable KRaft node inside this process. */
@NullMarked
package dev.dictamen.stack.broker;

import org.jspecify.annotations.NullMarked;
