package dev.dictamen.gateway.replicas;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.ReplicaStatus.Breaker;
import dev.dictamen.contract.ReplicaStatus.Pace;
import dev.dictamen.contract.ReplicaStatus.SetupFault;
import dev.dictamen.contract.ReplicaStatus.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One replica as all workers together find it: sums of what each has there, the slowest pace, the most worrying state.
 *
 * @param replica host:port
 * @param workers how many report it
 * @param p50Millis the slowest worker's median time of an answer, null where none was answered
 * @param p95Millis the slowest worker's 95th percentile, null where none was answered
 * @param serverWaiting calls in the replica's own queue, of all clients, null where it does not say
 * @param setupFault what a worker finds wrong with how it is set up, null while none does
 * @param reportedAt the newest report's time
 * @param reports each worker's own
 */
record Replica(
        String replica,
        State state,
        Breaker breaker,
        int workers,
        long inFlight,
        long cap,
        @Nullable Long p50Millis,
        @Nullable Long p95Millis,
        double tokensPerSecond,
        long answered,
        long wasted,
        @Nullable Integer serverWaiting,
        boolean simulated,
        @Nullable SetupFault setupFault,
        Instant reportedAt,
        List<ReplicaStatus> reports) {
    private static final List<State> BY_WORRY =
            List.of(State.READY, State.STARTING, State.STALLED, State.UNREACHABLE, State.DRAINING);
    private static final List<Breaker> BY_CARE = List.of(Breaker.CLOSED, Breaker.HALF_OPEN, Breaker.OPEN);

    /** One of each replica that is reported, by its name. */
    static List<Replica> merge(List<ReplicaStatus> reports) {
        Map<String, List<ReplicaStatus>> byName = reports.stream()
                .collect(Collectors.groupingBy(ReplicaStatus::replica, TreeMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(one -> new Replica(one.getKey(), one.getValue()))
                .toList();
    }

    private Replica(String name, List<ReplicaStatus> reports) {
        this(
                name,
                most(reports, ReplicaStatus::state, Comparator.comparingInt(BY_WORRY::indexOf)),
                most(reports, ReplicaStatus::breaker, Comparator.comparingInt(BY_CARE::indexOf)),
                reports.size(),
                sum(reports, ReplicaStatus::inFlight),
                sum(reports, ReplicaStatus::cap),
                mostKnown(reports, Pace::p50Millis),
                mostKnown(reports, Pace::p95Millis),
                reports.stream()
                        .mapToDouble(report -> report.pace().tokensPerSecond())
                        .sum(),
                sum(reports, report -> report.pace().answered()),
                sum(reports, report -> report.pace().wasted()),
                mostKnown(reports, Pace::serverWaiting),
                reports.stream().anyMatch(ReplicaStatus::simulated),
                setupFault(reports),
                most(reports, ReplicaStatus::reportedAt, Comparator.naturalOrder()),
                List.copyOf(reports));
    }

    private static @Nullable SetupFault setupFault(List<ReplicaStatus> reports) {
        for (var report : reports) {
            if (report.setupFault() != null) {
                return report.setupFault();
            }
        }
        return null;
    }

    private static long sum(List<ReplicaStatus> reports, ToLongFunction<ReplicaStatus> part) {
        return reports.stream().mapToLong(part).sum();
    }

    private static <T> T most(List<ReplicaStatus> reports, Function<ReplicaStatus, T> part, Comparator<T> order) {
        return reports.stream().map(part).max(order).orElseThrow();
    }

    private static <T extends Comparable<T>> @Nullable T mostKnown(
            List<ReplicaStatus> reports, Function<Pace, @Nullable T> part) {
        return reports.stream()
                .map(report -> part.apply(report.pace()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
