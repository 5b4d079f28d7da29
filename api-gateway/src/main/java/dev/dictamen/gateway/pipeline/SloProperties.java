package dev.dictamen.gateway.pipeline;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is promised of live chats.
 *
 * @param objective the time from close (or from when the chat was first seen, if that is later) to the final outcome
 * @param backlogAfter chats seen this long after their close are backlog, for which nothing is promised
 */
@Validated
@ConfigurationProperties("slo")
record SloProperties(
        @DefaultValue("30s") @NotNull Duration objective,
        @DefaultValue("10m") @NotNull Duration backlogAfter) {}
