package dev.dictamen.worker.judge;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.AskedHash;
import dev.dictamen.contract.replay.JudgePrompt.Parameters;
import dev.dictamen.worker.judge.Question.Sampling;

/**
 * How a chat is asked, with nothing left open.
 *
 * @param model the model's served name
 * @param parameters how it draws its words at first
 * @param hash {@link AskedHash} of all that
 */
public record Asking(Prompt prompt, String model, Parameters parameters, String hash) {
    /** As {@code ask} has it; what it leaves open is the prompt's own, or the installation's model. */
    public static Asking of(Prompt prompt, Ask ask, String usualModel) {
        var model = ask.model() == null ? usualModel : ask.model();
        var parameters = prompt.parameters().with(ask);
        return new Asking(prompt, model, parameters, AskedHash.of(prompt.hash(), model, parameters));
    }

    Sampling sampling() {
        return new Sampling(model, parameters.temperature(), parameters.seed(), parameters.maxTokens());
    }
}
