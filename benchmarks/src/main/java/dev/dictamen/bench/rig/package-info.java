/** What a benchmark runs on: a broker, simulated replicas, service processes, chats and their outcomes. */
@NullMarked
package dev.dictamen.bench.rig;

import org.jspecify.annotations.NullMarked;
