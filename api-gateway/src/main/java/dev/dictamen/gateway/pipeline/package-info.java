/** How the pipeline fares: the ledger, the lag of every consumer group, the state of the replicas and of the sources. */
@NullMarked
package dev.dictamen.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
