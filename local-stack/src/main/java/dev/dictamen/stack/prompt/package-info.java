/** Prompt versions at the terminal: which there are, what they say, a new one, and the way back to the one before. */
@NullMarked
package dev.dictamen.stack.prompt;

import org.jspecify.annotations.NullMarked;
