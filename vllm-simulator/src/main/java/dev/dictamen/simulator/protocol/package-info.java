/** vLLM's OpenAI-compatible protocol as far as a judge needs it: the request, its id, tokens, and the errors word for word. */
@NullMarked
package dev.dictamen.simulator.protocol;

import org.jspecify.annotations.NullMarked;
