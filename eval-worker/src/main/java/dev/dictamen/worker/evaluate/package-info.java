/**
 * Turns one closed chat into one evaluation: skipped, judged by a model with at most two more questions, or judged by rules;\n * always in its time, never twice for the same words.
 */
@NullMarked
package dev.dictamen.worker.evaluate;

import org.jspecify.annotations.NullMarked;
