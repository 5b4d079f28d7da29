/** History scored again: does a replay end when it was quoted to, what does it cost live chats, and does it hold for long? */
@NullMarked
package dev.dictamen.bench.replay;

import org.jspecify.annotations.NullMarked;
