package dev.dictamen.worker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.worker.testing.Chats;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBudgetTest {
    private static final Duration BUDGET = Duration.ofSeconds(30);
    private final ClosedChat chat = Chats.polite("chat-1");
    private final Instant seen = chat.ingestedAt();

    @ParameterizedTest
    @CsvSource({"0, 30", "20, 30", "21, 51", "3600, 3630"})
    void aVerdictIsDueABudgetAfterTheCloseAndLaterOnlyForAChatThatCameLate(long startedAfter, long dueAfter) {
        var timing = TimeBudget.of(chat, Lane.LIVE, BUDGET, seen.plusSeconds(startedAfter));

        assertThat(timing.since()).isEqualTo(seen);
        assertThat(timing.deadline()).isEqualTo(seen.plusSeconds(dueAfter));
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "5, 5", "90000, 10"})
    void aChatWaitsSinceTheLaterOfItsCloseAndItsArrivalButNotSinceTheFuture(long closedAfter, long since) {
        var closed = chat.withClosedAt(seen.plusSeconds(closedAfter));

        var timing = TimeBudget.of(closed, Lane.LIVE, BUDGET, seen.plusSeconds(10));

        assertThat(timing.since()).isEqualTo(seen.plusSeconds(since));
        assertThat(Objects.requireNonNull(timing.deadline())).isEqualTo(seen.plusSeconds(since + 30));
    }
}
