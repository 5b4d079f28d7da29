package dev.dictamen.bench.rig;

import dev.dictamen.bench.rig.Replicas.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How full the slots were between the moments when a tenth and nine tenths of the calls had ended: the start, when services
 * warm up, and the end, when work runs out, say nothing of the steady state.
 *
 * @param share time that slots spent on calls that were answered, as a share of all slots' time
 * @param perSecond calls answered
 * @param window how long that was
 */
public record Occupancy(double share, double perSecond, Duration window) {
    /** Of calls on n slots. */
    public static Occupancy of(List<Call> calls, int slots) {
        var answered = calls.stream().filter(Call::completed).toList();
        var ends = answered.stream().map(Call::endedAt).sorted().toList();
        var from = ends.get(ends.size() / 10);
        var to = ends.get(ends.size() * 9 / 10);
        double busy =
                answered.stream().mapToLong(call -> within(call, from, to)).sum();
        var window = Duration.between(from, to);
        double seconds = window.toNanos() / 1e9;
        return new Occupancy(busy / window.toNanos() / slots, 0.8 * ends.size() / seconds, window);
    }

    private static long within(Call call, Instant from, Instant to) {
        var start = Objects.requireNonNull(call.startedAt());
        var begin = start.isAfter(from) ? start : from;
        var end = call.endedAt().isBefore(to) ? call.endedAt() : to;
        return Math.max(0, Duration.between(begin, end).toNanos());
    }
}
