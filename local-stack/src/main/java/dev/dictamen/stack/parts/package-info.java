/** A part of the stack, most often a child process: started, awaited, restarted when it dies, stopped, found again after a crash. */
@NullMarked
package dev.dictamen.stack.parts;

import org.jspecify.annotations.NullMarked;
