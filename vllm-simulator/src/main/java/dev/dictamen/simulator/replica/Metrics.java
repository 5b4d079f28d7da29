package dev.dictamen.simulator.replica;

import dev.dictamen.simulator.engine.Engine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code GET /metrics} tells, by vLLM's names. */
public final class Metrics {
    /** Key-value cache of an 80 GB card, in tokens. */
    private static final double CACHE_TOKENS = 2_300_000;

    private final String labels;
    private final Histogram timeToFirstToken = new Histogram("vllm:time_to_first_token_seconds");
    private final Histogram queueTime = new Histogram("vllm:request_queue_time_seconds");
    private final Histogram endToEnd = new Histogram("vllm:e2e_request_latency_seconds");
    private final Map<String, Double> finished = new LinkedHashMap<>();
    private double promptTokens;
    private double cachedTokens;
    private double generatedTokens;
    private double tokensInUse;

    Metrics(String model) {
        labels = "engine=\"0\",model_name=\"" + model + "\"";
        List.of("stop", "length", "abort", "error", "repetition").forEach(reason -> finished.put(reason, 0.0));
    }

    void started(int prompt, int cached, Duration queued, Duration firstToken) {
        promptTokens += prompt;
        cachedTokens += cached;
        tokensInUse += prompt;
        queueTime.add(queued);
        timeToFirstToken.add(queued.plus(firstToken));
    }

    /** A generation left its slot, for whatever reason. */
    void left(int prompt) {
        tokensInUse -= prompt;
    }

    void finished(String reason, int tokens, Duration elapsed) {
        finished.merge(reason, 1.0, Double::sum);
        generatedTokens += tokens;
        endToEnd.add(elapsed);
    }

    /** Share of the key-value cache in use, 0 to 1. */
    double cacheUsage() {
        return Math.min(1, tokensInUse / CACHE_TOKENS);
    }

    public String text(Engine engine) {
        var text = new StringBuilder();
        write(text, "vllm:num_requests_running", "gauge", engine.running());
        write(text, "vllm:num_requests_waiting", "gauge", engine.waiting());
        write(text, "vllm:kv_cache_usage_perc", "gauge", cacheUsage());
        write(text, "vllm:engine_sleep_state", "gauge", 0);
        write(text, "vllm:prefix_cache_queries_total", "counter", promptTokens);
        write(text, "vllm:prefix_cache_hits_total", "counter", cachedTokens);
        write(text, "vllm:num_preemptions_total", "counter", 0);
        write(text, "vllm:prompt_tokens_total", "counter", promptTokens);
        write(text, "vllm:prompt_tokens_cached_total", "counter", cachedTokens);
        write(text, "vllm:generation_tokens_total", "counter", generatedTokens + engine.tokensUnderWay());
        text.append("# TYPE vllm:request_success_total counter\n");
        finished.forEach((reason, count) ->
                sample(text, "vllm:request_success_total", "finished_reason=\"" + reason + "\"," + labels, count));
        List.of(timeToFirstToken, queueTime, endToEnd).forEach(histogram -> histogram.writeTo(text, labels));
        return text.toString();
    }

    private void write(StringBuilder text, String name, String type, double value) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        sample(text, name, labels, value);
    }

    private static void sample(StringBuilder text, String name, String labels, double value) {
        text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }
}
