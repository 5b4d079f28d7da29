package dev.dictamen.worker.replicas;

import java.util.Comparator;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A call that waits for its permit. Guarded by its pool's lock. */
final class Waiter {
    /** The oldest chat first, then the order of arrival. */
    static final Comparator<Waiter> OLDEST_FIRST =
            Comparator.comparing((Waiter waiter) -> waiter.request.since()).thenComparingLong(waiter -> waiter.arrival);

    private final PermitRequest request;
    private final long arrival;
    private final Condition turn;
    private @Nullable Permit given;

    Waiter(PermitRequest request, long arrival, Condition turn) {
        this.request = request;
        this.arrival = arrival;
        this.turn = turn;
    }

    PermitRequest request() {
        return request;
    }

    @Nullable
    Permit given() {
        return given;
    }

    Permit await() throws InterruptedException {
        while (given == null) {
            turn.await();
        }
        return given;
    }

    void give(Permit permit) {
        given = permit;
        turn.signal();
    }

    /** Whether it would rather wait for another replica than take this one. */
    boolean avoids(Replica replica) {
        return replica.name().equals(request.avoided());
    }

    /** The lower, the better for this waiter. */
    double rank(Replica replica) {
        return replica.name().equals(request.preferred()) ? -1 : replica.score(request.weight());
    }
}
