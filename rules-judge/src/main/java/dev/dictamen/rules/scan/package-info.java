/** Finds the expressions of a word list in a text, in a time that the length of the list does not change. */
@NullMarked
package dev.dictamen.rules.scan;

import org.jspecify.annotations.NullMarked;
