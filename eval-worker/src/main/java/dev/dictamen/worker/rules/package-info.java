/** Judges a chat without a model, by waiting times and words alone. */
@NullMarked
package dev.dictamen.worker.rules;

import org.jspecify.annotations.NullMarked;
