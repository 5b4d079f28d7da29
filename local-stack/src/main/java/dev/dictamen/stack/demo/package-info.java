/** The demo feed: sample chats, written for this project, that close one after another. */
@NullMarked
package dev.dictamen.stack.demo;

import org.jspecify.annotations.NullMarked;
