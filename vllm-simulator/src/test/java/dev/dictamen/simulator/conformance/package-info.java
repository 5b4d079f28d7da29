/** What is documented of vLLM's HTTP, held against the simulator and, where one is given, against a real server. */
@NullMarked
package dev.dictamen.simulator.conformance;

import org.jspecify.annotations.NullMarked;
