package dev.dictamen.contract.replay;

import dev.dictamen.contract.Sha256;
import dev.dictamen.contract.replay.JudgePrompt.Parameters;

/** Names all that decides a verdict but the chat, so that the same question is not paid for twice. */
public final class AskedHash {
    private AskedHash() {}

    /**
     * SHA-256 (hex) of the prompt's hash, the model's served name, and the parameters as they were sent.
     *
     * @param promptHash {@link JudgePrompt.Version#hash()}
     */
    public static String of(String promptHash, String model, Parameters sent) {
        return Sha256.hex(String.join(
                "\0",
                promptHash,
                model,
                Double.toString(sent.temperature()),
                Integer.toString(sent.seed()),
                Integer.toString(sent.maxTokens())));
    }

    /** The same for a version that is asked in this way, where workers are configured with {@code usualModel}. */
    public static String of(JudgePrompt.Version version, Ask ask, String usualModel) {
        var model = ask.model() == null ? usualModel : ask.model();
        return of(version.hash(), model, version.parameters().with(ask));
    }
}
