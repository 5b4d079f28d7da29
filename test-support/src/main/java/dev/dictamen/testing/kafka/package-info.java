/** A broker for tests, what is sent to it and what its topics hold. */
@NullMarked
package dev.dictamen.testing.kafka;

import org.jspecify.annotations.NullMarked;
