/** What the tests share: real databases started for them, and chats and evaluations to store. */
@NullMarked
package dev.dictamen.sink.testing;

import org.jspecify.annotations.NullMarked;
