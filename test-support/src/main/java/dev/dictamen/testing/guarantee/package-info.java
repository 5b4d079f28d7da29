/** The product's promises as objects: they are told what was done and what was seen, and assert themselves. */
@NullMarked
package dev.dictamen.testing.guarantee;

import org.jspecify.annotations.NullMarked;
