/** The status command: the ledger, lag and replicas, asked from the gateway. */
@NullMarked
package dev.dictamen.stack.status;

import org.jspecify.annotations.NullMarked;
