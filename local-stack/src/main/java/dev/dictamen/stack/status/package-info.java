/**
 * How the pipeline fares: the status command (ledger, objective, lag, replicas, sources) and the replicas command
 * (list, drain, resume).
 */
@NullMarked
package dev.dictamen.stack.status;

import org.jspecify.annotations.NullMarked;
