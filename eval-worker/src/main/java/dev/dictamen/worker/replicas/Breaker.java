package dev.dictamen.worker.replicas;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * After {@link #FAILURES_TO_OPEN} failures in a row, each of another question, a replica is left alone for a pause that grows with
 * every probe that fails; one call at a time is the probe. Guarded by its pool's lock.
 */
final class Breaker {
    private static final int FAILURES_TO_OPEN = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 4;

    private int failuresInARow;
    private boolean doubted;
    private int pauses;
    private long probeAtNanos;
    private @Nullable Trouble trouble;

    /** Whether calls do not go there, but for a probe now and then. */
    boolean isOpen() {
        return pauses > 0;
    }

    boolean isProbeDue(long nowNanos) {
        return nowNanos - probeAtNanos >= 0;
    }

    /** Whether nothing speaks against it: the last call that ended was answered. */
    boolean hasJustAnswered() {
        return !doubted;
    }

    boolean isStalled() {
        return isOpen() && trouble == Trouble.STALLED;
    }

    /** Whether it has been away, rather than met some questions in a row that it cannot answer. */
    boolean wasAway() {
        return pauses > 1 || (trouble != null && !trouble.mayBeTheQuestions());
    }

    /** True when this closed it. */
    boolean answered() {
        boolean wasOpen = isOpen();
        failuresInARow = 0;
        doubted = false;
        pauses = 0;
        trouble = null;
        return wasOpen;
    }

    /** A call of a question that had failed before has failed once more: perhaps by the question, perhaps not. */
    void doubt() {
        doubted = true;
    }

    /** True when this opened it. Calls that were under way when it opened do not lengthen its pause. */
    boolean failed(Trouble cause, boolean othersUnderWay, long nowNanos) {
        if (cause == Trouble.LATE || cause == Trouble.STALLED) {
            return false;
        }
        failuresInARow++;
        doubted = true;
        trouble = cause;
        boolean probeFailed = isOpen() && !othersUnderWay && isProbeDue(nowNanos);
        boolean opens = !isOpen() && failuresInARow >= FAILURES_TO_OPEN;
        if (probeFailed || opens) {
            pause(nowNanos);
        }
        return opens;
    }

    /** Opens it, or lengthens its pause: nothing that is under way will be finished. */
    void stalled(long nowNanos) {
        failuresInARow++;
        doubted = true;
        trouble = Trouble.STALLED;
        pause(nowNanos);
    }

    private void pause(long nowNanos) {
        probeAtNanos = nowNanos + (FIRST_PAUSE.toNanos() << Math.min(pauses, MOST_DOUBLINGS));
        pauses++;
    }

    /** It says that it is well: if it was not to be reached before, a call may try it now. */
    void isWell(long nowNanos) {
        boolean wasGone = trouble == Trouble.UNREACHABLE || trouble == Trouble.RESET || trouble == Trouble.CUT;
        if (wasGone && !isProbeDue(nowNanos)) {
            probeAtNanos = nowNanos;
        }
    }
}
