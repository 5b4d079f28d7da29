package dev.dictamen.worker.evaluate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How chats are evaluated. Whether a model judges, and whether provisional verdicts are given, decides which beans there are.
 *
 * @param rulesFallbackAfter how long a live chat waits for its model before it gets one
 * @param budget time from a live chat's close (or from when it was seen, if later) to its verdict
 * @param cacheSize most verdicts remembered for chats with the same content; 0 for none
 */
@Validated
@ConfigurationProperties("evaluation")
public record EvaluationProperties(
        @DefaultValue("20s") Duration rulesFallbackAfter,
        @DefaultValue("30s") Duration budget,
        @DefaultValue("10000") @Min(0) @Max(1_000_000) int cacheSize) {}
