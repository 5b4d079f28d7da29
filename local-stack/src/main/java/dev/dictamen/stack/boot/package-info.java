/** Starts every part in order, keeps the stack until it is told to stop, and stops it in order. */
@NullMarked
package dev.dictamen.stack.boot;

import org.jspecify.annotations.NullMarked;
