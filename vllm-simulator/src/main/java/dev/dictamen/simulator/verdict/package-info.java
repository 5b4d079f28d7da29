/**
 * The verdict: rules in place of a model. It reads the chat out of the prompt, takes what can be counted (first answer,
 * longest wait, open questions, thanks, complaints, courtesy, words of resolution) and says it in Spanish. Deterministic:
 * the same chat has the same verdict. It proves a pipeline, not a model's judgement.
 */
@NullMarked
package dev.dictamen.simulator.verdict;

import org.jspecify.annotations.NullMarked;
