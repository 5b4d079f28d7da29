/** Chats and evaluations made from the contract's golden samples, and the real ones that lie outside the project. */
@NullMarked
package dev.dictamen.testing.data;

import org.jspecify.annotations.NullMarked;
