/** What a person at the terminal sees: one line for each thing that became usable, failed or came back. */
@NullMarked
package dev.dictamen.stack.terminal;

import org.jspecify.annotations.NullMarked;
