/** Verdicts as they happen: one reader of the evaluation topic, a ring per partition, and a socket per browser tab. */
@NullMarked
package dev.dictamen.gateway.live;

import org.jspecify.annotations.NullMarked;
