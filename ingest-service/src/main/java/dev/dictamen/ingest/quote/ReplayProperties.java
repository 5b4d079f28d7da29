package dev.dictamen.ingest.quote;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What replays are quoted by.
 *
 * @param model the model that workers ask as a rule, from {@code JUDGE_MODEL}
 * @param pricePerGpuHour of one replica for an hour; 0 for not priced so
 * @param pricePerMillionTokens of tokens in and out; counts where no hour has a price
 * @param currency of both
 */
@Validated
@ConfigurationProperties("replay")
public record ReplayProperties(
        @NotBlank String model,
        @DefaultValue("0") @PositiveOrZero double pricePerGpuHour,
        @DefaultValue("0") @PositiveOrZero double pricePerMillionTokens,
        @DefaultValue("USD") @NotBlank String currency) {}
