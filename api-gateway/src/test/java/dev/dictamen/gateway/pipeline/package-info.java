/** What the boards keep and forget. */
@NullMarked
package dev.dictamen.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
