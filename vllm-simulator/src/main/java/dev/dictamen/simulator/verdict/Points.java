package dev.dictamen.simulator.verdict;

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

    static Score score(Signals signals) {
        int points = of(signals);
        if (points >= 6) {
            return Score.GREAT;
        }
        if (points >= 4) {
            return Score.GOOD;
        }
        if (points >= -1) {
            return Score.NEUTRAL;
        }
        return points >= -5 ? Score.BAD : Score.HORRIBLE;
    }

    static int of(Signals signals) {
        int points = outcome(signals) + time(signals) + treatment(signals) + customer(signals);
        return isOver(SLOW, signals.firstWait()) ? Math.min(points, MOST_WHEN_SLOW) : points;
    }

    private static int outcome(Signals signals) {
        if (signals.firstReply() == null) {
            return -8;
        }
        if (signals.isResolved()) {
            return 3;
        }
        return (signals.isOpen() ? -2 : 0) + (signals.refusal() != null ? -1 : 0);
    }

    private static int time(Signals signals) {
        int points = firstAnswer(signals.firstWait());
        return isOver(SLOW, signals.longestWait()) ? points - 1 : points;
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
        int points = signals.courteous().isEmpty() || !signals.rude().isEmpty() ? -1 : 1;
        points += signals.followUp() == null ? 0 : 1;
        points += !signals.empathetic().isEmpty() && !signals.complaints().isEmpty() ? 1 : 0;
        return points - 4 * Math.min(2, signals.rude().size());
    }

    private static int customer(Signals signals) {
        int points = signals.endsInThanks() ? 2 : 0;
        points -= Math.min(3, signals.complaints().size());
        points -= Math.min(2, signals.chased().size());
        return points;
    }

    static boolean isOver(Duration limit, @Nullable Duration wait) {
        return wait != null && wait.compareTo(limit) > 0;
    }
}
