package dev.dictamen.gateway.replay;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the gateway must know of replays.
 *
 * @param confirmAbove a replay of more chats starts only when their number is confirmed
 * @param usualModel the model that workers are configured with, from {@code JUDGE_MODEL}
 */
@Validated
@ConfigurationProperties("replay")
record ReplayProperties(
        @DefaultValue("1000") @Min(0) long confirmAbove,
        @NotBlank String usualModel) {}
