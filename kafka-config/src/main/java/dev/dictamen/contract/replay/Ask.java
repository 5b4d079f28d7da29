package dev.dictamen.contract.replay;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a chat is to be asked.
 *
 * @param promptVersion a version of {@link JudgePrompt}
 * @param model the model's served name; null for the one that workers are configured with
 * @param temperature 0 to 2; null for the version's own
 * @param seed same seed, same draw, as far as the server can; null for the version's own
 */
public record Ask(
        String promptVersion,
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer seed) {
    public static final double MAX_TEMPERATURE = 2;

    public Ask {
        Objects.requireNonNull(promptVersion, "promptVersion");
        if (temperature != null && !(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
            throw new IllegalArgumentException("temperature: from 0 to 2, not " + temperature);
        }
    }

    /** With the prompt's own parameters and the model of the installation. */
    public static Ask with(String promptVersion) {
        return new Ask(promptVersion, null, null, null);
    }
}
