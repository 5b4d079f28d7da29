package dev.dictamen.ingest.gate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The gate.
 *
 * @param backlogAfter a chat that closed longer than this before it was seen goes to the bulk lane
 * @param bulkAbove a chat whose messages have more characters than this goes to the bulk lane
 * @param stateDir folder of the gate's local state and of this instance's id
 */
@Validated
@ConfigurationProperties("gate")
record GateProperties(
        @DefaultValue("10m") @NotNull Duration backlogAfter,
        @DefaultValue("200000") @Positive int bulkAbove,
        @NotNull Path stateDir) {
    GateProperties {
        if (backlogAfter != null && backlogAfter.isNegative()) {
            throw new IllegalArgumentException("gate.backlog-after is " + backlogAfter + ", but must not be negative");
        }
    }
}
