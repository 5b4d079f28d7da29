/** What the tests of this module share. */
@NullMarked
package dev.dictamen.stack.testing;

import org.jspecify.annotations.NullMarked;
