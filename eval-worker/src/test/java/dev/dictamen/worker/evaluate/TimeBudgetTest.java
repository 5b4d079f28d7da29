package dev.dictamen.worker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.testing.Conversations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBudgetTest {
    private final ClosedChat chat = Conversations.polite("chat-1");
    private final Instant seen = chat.ingestedAt();

    @ParameterizedTest
    @CsvSource({"0, 30", "20, 30", "21, 51", "3600, 3630"})
    void aVerdictIsDueABudgetAfterTheCloseAndLaterOnlyForAChatThatCameLate(long startedAfter, long dueAfter) {
        var timing = budgetAt(seen.plusSeconds(startedAfter)).timing(chat, Lane.LIVE);

        assertThat(timing.since()).isEqualTo(seen);
        assertThat(timing.deadline()).isEqualTo(seen.plusSeconds(dueAfter));
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "5, 5", "90000, 10"})
    void aChatWaitsSinceTheLaterOfItsCloseAndItsArrivalButNotSinceTheFuture(long closedAfter, long since) {
        var closed = chat.withClosedAt(seen.plusSeconds(closedAfter));

        var timing = budgetAt(seen.plusSeconds(10)).timing(closed, Lane.LIVE);

        assertThat(timing.since()).isEqualTo(seen.plusSeconds(since));
        assertThat(Objects.requireNonNull(timing.deadline())).isEqualTo(seen.plusSeconds(since + 30));
    }

    @ParameterizedTest
    @CsvSource({"10, true", "11, false"})
    void thereIsTimeForAnAnswerThatComesByTheDeadline(long takes, boolean isTime) {
        var timing = new Question.Timing(seen, seen.plusSeconds(30));

        assertThat(budgetAt(seen.plusSeconds(20)).leavesTimeFor(Duration.ofSeconds(takes), timing))
                .isEqualTo(isTime);
    }

    private static TimeBudget budgetAt(Instant now) {
        return new TimeBudget(Evaluators.properties(0), Clock.fixed(now, ZoneOffset.UTC));
    }
}
