package dev.dictamen.worker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * This worker among others.
 *
 * @param id unique among workers, from {@code WORKER_ID}; also its static membership in the consumer groups
 * @param window most chats of one lane held at once, waiting and under way
 */
@Validated
@ConfigurationProperties("worker")
public record WorkerProperties(
        @NotBlank String id,
        @DefaultValue("256") @Min(1) @Max(2048) int window) {}
