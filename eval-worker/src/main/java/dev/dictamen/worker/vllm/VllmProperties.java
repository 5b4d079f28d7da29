package dev.dictamen.worker.vllm;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a model server is asked.
 *
 * @param apiKey bearer key, empty for none
 * @param requestTimeout a call is cancelled, and so aborted at the server, after this time
 */
@Validated
@ConfigurationProperties("vllm")
public record VllmProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue("30s") Duration requestTimeout) {
    public VllmProperties {
        if (!requestTimeout.isPositive()) {
            throw new IllegalArgumentException("JUDGE_REQUEST_TIMEOUT: not a positive time: " + requestTimeout);
        }
    }
}
