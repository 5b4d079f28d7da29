package dev.dictamen.ingest.compare;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The comparison of the chat database with what was published.
 *
 * @param every time from one comparison to the next
 * @param after a chat that closed this long ago should have been published
 * @param rowsPerSecond most rows of the chat table read in a second
 */
@Validated
@ConfigurationProperties("source.compare")
record CompareProperties(
        @DefaultValue("1m") @NotNull Duration every,
        @DefaultValue("2m") @NotNull Duration after,
        @DefaultValue("2000") @Min(1) @Max(1_000_000) int rowsPerSecond) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    CompareProperties {
        require("SOURCE_COMPARE_EVERY", every);
        require("SOURCE_COMPARE_AFTER", after);
    }

    private static void require(String name, Duration given) {
        if (given != null && given.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(name + " is " + given.toMillis() + " ms, but must be at least 1s");
        }
    }
}
