/** Everything on one machine in one command: the commands of {@code ./dictamen} that need Java start here. */
@NullMarked
package dev.dictamen.stack;

import org.jspecify.annotations.NullMarked;
