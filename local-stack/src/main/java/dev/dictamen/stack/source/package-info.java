/** The followed database at the terminal: a comparison of its tables with what was published. */
@NullMarked
package dev.dictamen.stack.source;

import org.jspecify.annotations.NullMarked;
