package dev.dictamen.rules;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns signals into points and points into one of the five scores. */
final class Points {
    static final Duration PROMPT = Duration.ofMinutes(2);
    static final Duration SLOW = Duration.ofMinutes(10);
    static final Duration VERY_SLOW = Duration.ofHours(1);

    /** A late first answer is neutral at best, however well it ends. */
    private static final int MOST_WHEN_SLOW = 3;

    private Points() {}

    static Grade grade(Signals signals) {
        int points = of(signals);
        if (points >= 6) {
            return Grade.GREAT;
        }
        if (points >= 4) {
            return Grade.GOOD;
        }
        if (points >= -1) {
            return Grade.NEUTRAL;
        }
        return points >= -5 ? Grade.BAD : Grade.HORRIBLE;
    }

    static int of(Signals signals) {
        int points = outcome(signals) + time(signals) + treatment(signals) + customer(signals);
        return isOver(SLOW, signals.waits().first()) ? Math.min(points, MOST_WHEN_SLOW) : points;
    }

    private static int outcome(Signals signals) {
        if (signals.waits().firstReply() == null) {
            return -8;
        }
        if (signals.isResolved()) {
            return 3;
        }
        return (signals.isOpen() ? -2 : 0) + (signals.outcome().refusal() != null ? -1 : 0);
    }

    private static int time(Signals signals) {
        int points = firstAnswer(signals.waits().first());
        return isOver(SLOW, signals.waits().longest()) ? points - 1 : points;
    }

    private static int firstAnswer(@Nullable Duration wait) {
        if (wait == null) {
            return 0;
        }
        if (isOver(VERY_SLOW, wait)) {
            return -4;
        }
        if (isOver(SLOW, wait)) {
            return -3;
        }
        return isOver(PROMPT, wait) ? 0 : 1;
    }

    private static int treatment(Signals signals) {
        int points = signals.treatment().courteous().isEmpty()
                        || !signals.treatment().rude().isEmpty()
                ? -1
                : 1;
        points += signals.treatment().followUp() == null ? 0 : 1;
        points += !signals.treatment().empathetic().isEmpty()
                        && !signals.customer().complaints().isEmpty()
                ? 1
                : 0;
        return points - 4 * Math.min(2, signals.treatment().rude().size());
    }

    private static int customer(Signals signals) {
        int points = signals.endsInThanks() ? 2 : 0;
        points -= Math.min(3, signals.customer().complaints().size());
        points -= Math.min(2, signals.customer().chased().size());
        return points;
    }

    static boolean isOver(Duration limit, @Nullable Duration wait) {
        return wait != null && wait.compareTo(limit) > 0;
    }
}
