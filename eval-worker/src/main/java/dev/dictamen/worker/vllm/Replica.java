package dev.dictamen.worker.vllm;

import dev.dictamen.worker.evaluate.Lane;
import java.net.URI;
import java.time.Duration;

/**
 * One model server: what this worker has under way there, and a breaker. After {@link #FAILURES_TO_OPEN} failures in a row
 * it is left alone for a growing pause; then one probe decides. Guarded by its pool's lock.
 */
final class Replica {
    private static final int FAILURES_TO_OPEN = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 4;

    private final URI address;
    private int inFlight;
    private int bulkInFlight;
    private int failuresInARow;
    private long closedAgainAtNanos;
    private boolean simulated;

    Replica(URI address) {
        this.address = address;
    }

    /** host:port. */
    String name() {
        return address.getAuthority();
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

    boolean isOpen() {
        return failuresInARow >= FAILURES_TO_OPEN;
    }

    boolean hasJustAnswered() {
        return failuresInARow == 0;
    }

    boolean takes(Lane lane, int cap, int bulkCap, long nowNanos) {
        if (isOpen() && (nowNanos < closedAgainAtNanos || inFlight > 0)) {
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

    void answered(boolean bySimulator) {
        failuresInARow = 0;
        simulated = bySimulator;
    }

    void failed(long nowNanos) {
        failuresInARow++;
        int doublings = Math.clamp(failuresInARow - FAILURES_TO_OPEN, 0, MOST_DOUBLINGS);
        closedAgainAtNanos = nowNanos + (FIRST_PAUSE.toNanos() << doublings);
    }
}
