/** What bulk work costs live chats. */
@NullMarked
package dev.dictamen.bench.lanes;

import org.jspecify.annotations.NullMarked;
