/** Chats and fakes that the tests share. */
@NullMarked
package dev.dictamen.ingest.testing;

import org.jspecify.annotations.NullMarked;
