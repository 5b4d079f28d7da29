package dev.dictamen.simulator.answer;

import dev.dictamen.simulator.protocol.RequestId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of an answer, with every null field that vLLM writes. */
public final class CompletionBody {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String model;
    private final String fingerprint;
    private final boolean promptTokensDetails;

    public CompletionBody(String model, String fingerprint, boolean promptTokensDetails) {
        this.model = model;
        this.fingerprint = fingerprint;
        this.promptTokensDetails = promptTokensDetails;
    }

    /** @param created seconds since the epoch */
    public ObjectNode of(RequestId id, Completion completion, int promptTokens, int cachedTokens, long created) {
        var body = JSON.createObjectNode();
        body.put("id", "chatcmpl-" + id.text());
        body.put("object", "chat.completion").put("created", created).put("model", model);
        writeChoice(completion, body.putArray("choices").addObject());
        body.putNull("service_tier").put("system_fingerprint", fingerprint);
        writeUsage(completion, promptTokens, cachedTokens, body.putObject("usage"));
        return body.putNull("prompt_logprobs")
                .putNull("prompt_token_ids")
                .putNull("prompt_text")
                .putNull("kv_transfer_params")
                .putNull("ec_transfer_params")
                .putNull("metrics");
    }

    private static void writeChoice(Completion completion, ObjectNode choice) {
        choice.put("index", 0);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", completion.content())
                .putNull("refusal")
                .putNull("annotations")
                .putNull("audio")
                .putNull("function_call")
                .put("reasoning", emptyAsNull(completion.reasoning()));
        choice.putNull("logprobs")
                .put("finish_reason", completion.finishReason())
                .putNull("stop_reason")
                .putNull("token_ids")
                .putNull("routed_experts");
    }

    private void writeUsage(Completion completion, int promptTokens, int cachedTokens, ObjectNode usage) {
        usage.put("prompt_tokens", promptTokens)
                .put("total_tokens", promptTokens + completion.tokens())
                .put("completion_tokens", completion.tokens());
        if (promptTokensDetails) {
            usage.putObject("prompt_tokens_details")
                    .put("cached_tokens", cachedTokens)
                    .putNull("created_cache_tokens")
                    .putNull("multimodal_tokens");
        } else {
            usage.putNull("prompt_tokens_details");
        }
        usage.putObject("completion_tokens_details").put("reasoning_tokens", completion.reasoningTokens());
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
