package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.worker.replicas.Load;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTextTest {
    @Test
    void enginesAreAddedUpAndTheFullestCacheCounts() {
        var load = LoadText.read("""
                # HELP vllm:num_requests_running Number of requests in model execution batches.
                # TYPE vllm:num_requests_running gauge
                vllm:num_requests_running{engine="0",model_name="openai/gpt-oss-20b"} 3.0
                vllm:num_requests_running{engine="1",model_name="a } b"} 4.0
                vllm:num_requests_waiting{engine="0"} 2.0 1762000000000
                vllm:num_requests_waiting_by_reason{engine="0",reason="capacity"} 9.0
                vllm:kv_cache_usage_perc{engine="0"} 0.25
                vllm:kv_cache_usage_perc{engine="1"} 0.75
                vllm:generation_tokens_total{engine="0"} 1.5e+06
                vllm:generation_tokens_created{engine="0"} 1.7e+09
                """);

        assertThat(load).isEqualTo(new Load(7, 2, 0.75, 1_500_000L));
    }

    @Test
    void theCachesOldNameIsUnderstood() {
        assertThat(LoadText.read("vllm:gpu_cache_usage_perc 0.5").cacheUsage()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>not found</html>",
                "vllm:num_requests_running",
                "vllm:num_requests_running NaN",
                "vllm:num_requests_running{engine=\"0\" 3",
                "vllm:num_requests_running three"
            })
    void whatCannotBeReadIsUnknown(String text) {
        assertThat(LoadText.read(text)).isEqualTo(Load.UNKNOWN);
    }
}
