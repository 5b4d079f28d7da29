/** The flags, named and written as llm-d-inference-sim's, and what the simulator says that it is. */
@NullMarked
package dev.dictamen.simulator.options;

import org.jspecify.annotations.NullMarked;
