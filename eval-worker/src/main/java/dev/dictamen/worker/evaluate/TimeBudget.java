package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long a chat's verdict may take. A chat that comes late gets the whole budget from now on: late is better than never. */
@Component
class TimeBudget {
    private final Duration budget;
    private final Clock clock;

    TimeBudget(EvaluationProperties properties, Clock clock) {
        this.budget = properties.budget();
        this.clock = clock;
    }

    Timing timing(ClosedChat chat, Lane lane) {
        var now = clock.instant();
        var since = since(chat, now);
        return new Timing(since, lane == Lane.LIVE ? deadline(since, now) : null);
    }

    /** Whether an answer that takes so long would still be in time. */
    boolean leavesTimeFor(Duration answer, Timing timing) {
        var deadline = timing.deadline();
        return deadline == null || !clock.instant().plus(answer).isAfter(deadline);
    }

    /** The later of closed and seen, but not in the future: sources have clocks of their own. */
    private static Instant since(ClosedChat chat, Instant now) {
        var closed = chat.closedAt();
        var since = closed != null && closed.isAfter(chat.ingestedAt()) ? closed : chat.ingestedAt();
        return since.isAfter(now) ? now : since;
    }

    private Instant deadline(Instant since, Instant now) {
        var deadline = since.plus(budget);
        return Duration.between(now, deadline).compareTo(budget.dividedBy(3)) < 0 ? now.plus(budget) : deadline;
    }
}
