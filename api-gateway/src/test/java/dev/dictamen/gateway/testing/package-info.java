/** What the tests share: a real database and broker with the gateway on them, and a browser's side of its protocols. */
@NullMarked
package dev.dictamen.gateway.testing;

import org.jspecify.annotations.NullMarked;
