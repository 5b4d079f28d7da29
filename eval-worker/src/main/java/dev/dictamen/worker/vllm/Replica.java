package dev.dictamen.worker.vllm;

import dev.dictamen.worker.evaluate.Lane;
import dev.dictamen.worker.vllm.CallOutcome.Trouble;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One model server: what this worker has under way there, and a breaker. After {@link #FAILURES_TO_OPEN} failures in a row
 * it is left alone for a pause that grows with every probe that fails; one call at a time is the probe. Guarded by its
 * pool's lock.
 */
final class Replica {
    private static final int FAILURES_TO_OPEN = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 4;

    private final URI address;
    private int inFlight;
    private int bulkInFlight;
    private int failuresInARow;
    private int pauses;
    private long probeAtNanos;
    private @Nullable Trouble trouble;
    private boolean simulated;

    Replica(URI address) {
        this.address = address;
    }

    /** host:port. */
    String name() {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    URI resolve(String path) {
        return address.resolve(path);
    }

    int inFlight() {
        return inFlight;
    }

    boolean isSimulated() {
        return simulated;
    }

    /** Whether its breaker is open: calls do not go there, but for a probe now and then. */
    boolean isOpen() {
        return pauses > 0;
    }

    boolean hasJustAnswered() {
        return failuresInARow == 0;
    }

    boolean takes(Lane lane, int cap, int bulkCap, long nowNanos) {
        if (isOpen() && (inFlight > 0 || nowNanos - probeAtNanos < 0)) {
            return false;
        }
        return inFlight < cap && (lane == Lane.LIVE || bulkInFlight < bulkCap);
    }

    void begin(Lane lane) {
        inFlight++;
        bulkInFlight += lane == Lane.BULK ? 1 : 0;
    }

    void end(Lane lane) {
        inFlight--;
        bulkInFlight -= lane == Lane.BULK ? 1 : 0;
    }

    /** True when this closed the breaker. */
    boolean answered(boolean bySimulator) {
        boolean wasOpen = isOpen();
        failuresInARow = 0;
        pauses = 0;
        trouble = null;
        simulated = bySimulator;
        return wasOpen;
    }

    /** True when this opened the breaker. Calls that were under way when it opened do not lengthen its pause. */
    boolean failed(Trouble cause, long nowNanos) {
        failuresInARow++;
        trouble = cause;
        boolean probeFailed = isOpen() && inFlight == 0 && nowNanos - probeAtNanos >= 0;
        boolean opens = !isOpen() && (failuresInARow >= FAILURES_TO_OPEN || cause == Trouble.MISCONFIGURED);
        if (probeFailed || opens) {
            probeAtNanos = nowNanos + (FIRST_PAUSE.toNanos() << Math.min(pauses, MOST_DOUBLINGS));
            pauses++;
        }
        return opens;
    }

    /** It says that it is well: if it was not to be reached before, a call may try it now. */
    void isWell(long nowNanos) {
        if (trouble == Trouble.UNREACHABLE && nowNanos - probeAtNanos < 0) {
            probeAtNanos = nowNanos;
        }
    }
}
