package dev.dictamen.stack.replay;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the chats of a replay are asked, as options; what is not given is as live chats are asked, or as the version says. */
final class AskOptions {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Option(
            names = "--prompt",
            paramLabel = "VERSION",
            description = "The prompt version; else as live chats are asked.")
    private @Nullable String prompt;

    @Option(names = "--model", paramLabel = "NAME", description = "The model's served name; else the installation's.")
    private @Nullable String model;

    @Option(names = "--temperature", paramLabel = "X", description = "0 to 2; else the version's own.")
    private @Nullable Double temperature;

    @Option(names = "--judge-seed", paramLabel = "N", description = "The model's seed; else the version's own.")
    private @Nullable Integer seed;

    /** Whether how live chats are asked must be known first. */
    boolean isAsLive() {
        return prompt == null;
    }

    /** @param live how live chats are asked; looked at only where no version is named */
    ObjectNode json(JsonNode live) {
        var ask = JSON.createObjectNode();
        if (prompt != null) {
            ask.put("promptVersion", prompt);
        } else {
            live.propertyStream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> ask.set(field.getKey(), field.getValue()));
        }
        if (model != null) {
            ask.put("model", model);
        }
        if (temperature != null) {
            ask.put("temperature", temperature);
        }
        if (seed != null) {
            ask.put("seed", seed);
        }
        return ask;
    }
}
