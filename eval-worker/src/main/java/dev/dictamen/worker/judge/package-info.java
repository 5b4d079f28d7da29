/**
 * Whoever gives opinions, as the rest of the worker knows them: a question in, an answer out. The words of the question come from\n * {@code prompts/}.
 */
@NullMarked
package dev.dictamen.worker.judge;

import org.jspecify.annotations.NullMarked;
