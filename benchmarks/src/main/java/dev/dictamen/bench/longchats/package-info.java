/** What very long chats cost, and what they cost the others. */
@NullMarked
package dev.dictamen.bench.longchats;

import org.jspecify.annotations.NullMarked;
