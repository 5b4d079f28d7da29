/** Judges a chat without a model, by the shared rules (rules-judge). */
@NullMarked
package dev.dictamen.worker.rules;

import org.jspecify.annotations.NullMarked;
