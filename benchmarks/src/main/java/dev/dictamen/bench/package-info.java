/** Benchmarks on real processes: a broker, simulated replicas, the services' jars. Figures are printed, never asserted. */
@NullMarked
package dev.dictamen.bench;

import org.jspecify.annotations.NullMarked;
