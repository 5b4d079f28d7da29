package dev.dictamen.stack.status;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is wrong with how replicas are set up, and the setting that mends it: one line a replica. */
final class SetupFaults {
    private static final Map<String, String> REMEDIES = Map.of(
            "answer_elsewhere",
            "every answer stands in the reasoning, not in the content: start vLLM with the --reasoning-parser of its model"
                    + " (openai_gptoss for gpt-oss), or with none, and without --structured-outputs-config.enable_in_reasoning",
            "no_content",
            "every answer is without content: start vLLM with the --reasoning-parser of its model (openai_gptoss for"
                    + " gpt-oss), and let the model reason less",
            "reasoning_in_content",
            "the reasoning stands in every answer's content: start vLLM with the --reasoning-parser of its model"
                    + " (openai_gptoss for gpt-oss)",
            "no_object",
            "no answer holds a JSON object: start vLLM with --structured-outputs-config.backend auto, which enforces the"
                    + " schema",
            "no_completion",
            "what answers with HTTP 200 sends no completion: check its address in JUDGE_REPLICAS, and any proxy before it",
            "wrong_key",
            "it refuses the key: JUDGE_API_KEY must be vLLM's --api-key",
            "wrong_model",
            "it does not serve the model: JUDGE_MODEL must be vLLM's --served-model-name");

    private SetupFaults() {}

    static List<String> of(JsonNode replicas) {
        return replicas.valueStream()
                .filter(replica -> !replica.path("setupFault").asString("").isEmpty())
                .map(SetupFaults::line)
                .distinct()
                .toList();
    }

    private static String line(JsonNode replica) {
        var fault = replica.path("setupFault").asString("");
        return replica.path("replica").asString("") + " is set up wrongly: " + REMEDIES.getOrDefault(fault, fault);
    }
}
