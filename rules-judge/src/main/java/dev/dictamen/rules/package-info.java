/**
 * Judges a chat by rules in place of a model: takes what can be counted (first answer, longest wait, open questions, thanks,
 * complaints, courtesy, words of resolution), makes points of it and says it in Spanish. Deterministic: the same chat gets
 * the same ruling. What people write stands in word lists, {@code src/main/resources/words}. Depends on nothing.
 */
@NullMarked
package dev.dictamen.rules;

import org.jspecify.annotations.NullMarked;
