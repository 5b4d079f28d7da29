/** The status command: the ledger, lag, replicas and sources, asked from the gateway. */
@NullMarked
package dev.dictamen.stack.status;

import org.jspecify.annotations.NullMarked;
