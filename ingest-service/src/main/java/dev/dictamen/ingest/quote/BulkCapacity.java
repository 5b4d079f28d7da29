package dev.dictamen.ingest.quote;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.ReplicaStatus.Bulk;
import dev.dictamen.contract.ReplicaStatus.ServiceTime;
import dev.dictamen.contract.ReplicaStatus.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What bulk work can have of the replicas now.
 *
 * @param replicas that take calls
 * @param slots bulk calls that may run on them at once
 * @param isPaused whether bulk waits for an old live chat
 * @param pace how fast they would be with all those running; null while no call was answered
 */
public record BulkCapacity(
        int replicas, int slots, boolean isPaused, @Nullable Pace pace) {
    /** Nobody reports a replica. */
    public static final BulkCapacity NONE = new BulkCapacity(0, 0, false, null);

    private static final double MILLIS = 1_000;

    /**
     * How fast the replicas are.
     *
     * @param chatsPerSecond all of them together
     * @param secondsAChat one call
     */
    public record Pace(double chatsPerSecond, double secondsAChat) {}

    /** By the workers' last reports. */
    static BulkCapacity of(Collection<ReplicaStatus> reports) {
        var taking = reports.stream().filter(BulkCapacity::takesCalls).toList();
        var slots = new HashMap<String, Integer>();
        taking.forEach(report -> slots.merge(report.replica(), bulk(report).cap(), Integer::sum));
        int all = slots.values().stream().mapToInt(cap -> cap).sum();
        boolean isPaused = taking.stream().anyMatch(report -> bulk(report).paused());
        return new BulkCapacity(slots.size(), all, isPaused, pace(taking, slots));
    }

    private static boolean takesCalls(ReplicaStatus report) {
        return report.bulk() != null && (report.state() == State.READY || report.state() == State.STARTING);
    }

    private static Bulk bulk(ReplicaStatus report) {
        return Objects.requireNonNull(report.bulk());
    }

    /** A replica that has not answered yet is taken to be as fast as the others. */
    private static @Nullable Pace pace(List<ReplicaStatus> reports, Map<String, Integer> slots) {
        var seconds = new ArrayList<Double>();
        double known = 0;
        int measuredSlots = 0;
        for (var report : reports) {
            var time = bulk(report).serviceTime();
            if (time != null) {
                double one = seconds(time, Objects.requireNonNull(slots.get(report.replica())));
                seconds.add(one);
                known += bulk(report).cap() / one;
                measuredSlots += bulk(report).cap();
            }
        }
        if (measuredSlots == 0) {
            return null;
        }
        int all = slots.values().stream().mapToInt(cap -> cap).sum();
        double mean = seconds.stream().mapToDouble(one -> one).average().orElse(1);
        return new Pace(known * all / measuredSlots, mean);
    }

    private static double seconds(ServiceTime time, int running) {
        return time.beside(running - 1.0) / MILLIS;
    }
}
