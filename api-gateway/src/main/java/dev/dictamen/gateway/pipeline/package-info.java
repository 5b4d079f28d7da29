/** How the pipeline fares: the ledger, the lag of every consumer group and the state of the replicas. */
@NullMarked
package dev.dictamen.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
