package dev.dictamen.bench.slots;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.Occupancy;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.bench.rig.Replicas.Call;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.bench.rig.WorkerTopics;
import dev.dictamen.testing.process.ServiceJar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two workers keep 128 slots of four replicas busy with calls of very unequal length. */
public final class SlotsBench {
    private static final int CHATS = 20_000;
    private static final int REPLICAS = 4;
    private static final int SLOTS_EACH = 32;
    private static final int SLOTS = REPLICAS * SLOTS_EACH;
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String PREFIX = "slots";
    /** Log-normal around a second: the slowest in a hundred take about five times as long as the median. */
    private static final String[] LATENCY = {
        "--max-num-seqs=" + SLOTS_EACH,
        "--time-factor-under-load=1",
        "--time-to-first-token=1s",
        "--inter-token-latency=0ms",
        "--latency-distribution=lognormal",
        "--latency-sigma=0.7"
    };
    /** Half of each replica's slots a worker; all of it for bulk, since there is nothing live here. */
    private static final Map<String, String> SETTINGS =
            Map.of("JUDGE_MAX_IN_FLIGHT_PER_REPLICA", Integer.toString(SLOTS_EACH / 2), "JUDGE_BULK_SHARE", "1.0");

    private SlotsBench() {}

    public static Map<String, Object> run(Path project) throws Exception {
        try (var replicas = Replicas.start(REPLICAS, LATENCY);
                var rig = Rig.start(project)) {
            var workers = List.of(rig.worker("bench-1", replicas, SETTINGS), rig.worker("bench-2", replicas, SETTINGS));
            var topics = rig.topics(workers.toArray(ServiceJar[]::new));
            Progress.say("slots: %,d chats, %d workers, %d slots".formatted(CHATS, workers.size(), SLOTS));
            var cpuBefore = cpu(workers);
            var begun = Instant.now();
            load(topics);
            topics.awaitAll(PREFIX, PATIENCE);
            return result(replicas.calls(begun), topics, cpu(workers).minus(cpuBefore), begun);
        }
    }

    private static void load(WorkerTopics topics) {
        var chats = new ChatLoad(PREFIX, 1);
        for (int i = 0; i < CHATS; i++) {
            topics.bulk(chats.next());
        }
        topics.flush();
    }

    private static Map<String, Object> result(List<Call> calls, WorkerTopics topics, Duration cpu, Instant begun) {
        var occupancy = Occupancy.of(calls, SLOTS);
        var result = new LinkedHashMap<String, Object>();
        result.put("chats", CHATS);
        result.put("chatsWithOutcome", topics.outcomes(PREFIX).size());
        result.put("slots", SLOTS);
        result.put("workers", 2);
        result.put("shareOfIdeal", occupancy.share());
        result.put("callsPerSecond", occupancy.perSecond());
        result.put("steadySeconds", occupancy.window().toMillis() / 1e3);
        result.put("calls", calls.size());
        result.put("repeatedCalls", repeated(calls));
        result.put("cpuMillisPerChat", cpu.toMillis() / (double) CHATS);
        result.put("latencyMillis", percentiles(calls));
        result.put("seconds", Duration.between(begun, Instant.now()).toMillis() / 1e3);
        return result;
    }

    /** Calls beyond the first of each evaluation. */
    private static long repeated(List<Call> calls) {
        long evaluations = calls.stream().map(Call::evaluationId).distinct().count();
        return calls.size() - evaluations;
    }

    private static Map<String, Long> percentiles(List<Call> calls) {
        var times = calls.stream()
                .map(call -> Duration.between(call.receivedAt(), call.endedAt()).toMillis())
                .sorted()
                .toList();
        return Map.of(
                "p50", times.get(times.size() / 2),
                "p99", times.get(times.size() * 99 / 100),
                "max", times.getLast());
    }

    private static Duration cpu(List<ServiceJar> workers) {
        return workers.stream().map(ServiceJar::cpu).reduce(Duration.ZERO, Duration::plus);
    }
}
