package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.worker.evaluate.Question.Timing;
import java.time.Duration;
import java.time.Instant;

/** How long a chat's verdict may take. A chat that comes late gets the whole budget from now on: late is better than never. */
final class TimeBudget {
    private TimeBudget() {}

    static Timing of(ClosedChat chat, Lane lane, Duration budget, Instant now) {
        var since = since(chat, now);
        return new Timing(since, lane == Lane.LIVE ? deadline(since, budget, now) : null);
    }

    /** The later of closed and seen, but not in the future: sources have clocks of their own. */
    private static Instant since(ClosedChat chat, Instant now) {
        var closed = chat.closedAt();
        var since = closed != null && closed.isAfter(chat.ingestedAt()) ? closed : chat.ingestedAt();
        return since.isAfter(now) ? now : since;
    }

    private static Instant deadline(Instant since, Duration budget, Instant now) {
        var deadline = since.plus(budget);
        return Duration.between(now, deadline).compareTo(budget.dividedBy(3)) < 0 ? now.plus(budget) : deadline;
    }
}
