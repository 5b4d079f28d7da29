/** The paths that it answers: chat completions, state and metrics, and the orders of tests under {@code /admin}. */
@NullMarked
package dev.dictamen.simulator.api;

import org.jspecify.annotations.NullMarked;
