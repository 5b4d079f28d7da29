/** The live chats that wait too long for their model: finds them by what the live lane has committed, and gives each a verdict by rules. */
@NullMarked
package dev.dictamen.worker.late;

import org.jspecify.annotations.NullMarked;
