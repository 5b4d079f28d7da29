package dev.dictamen.gateway.comparison;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A chat that two runs gave different grades. */
record Flipped(
        String chatId,
        @Nullable String agentName,
        @Nullable String team,
        @Nullable Instant closedAt,
        Given with,
        Given run) {
    /**
     * What one of them gave.
     *
     * @param score the grade's word
     * @param simulated whether the model was the simulator
     */
    record Given(String score, @Nullable String reason, boolean simulated) {}
}
