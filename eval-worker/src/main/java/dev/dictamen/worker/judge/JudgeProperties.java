package dev.dictamen.worker.judge;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who is asked, unless a record says otherwise.
 *
 * @param model the model's served name, from {@code JUDGE_MODEL}
 */
@Validated
@ConfigurationProperties("judge")
public record JudgeProperties(@NotBlank String model) {}
