package dev.dictamen.bench.faults;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.Occupancy;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.bench.rig.Replicas.Call;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.bench.rig.WorkerTopics;
import dev.dictamen.contract.Evaluation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One of four replicas misbehaves: what becomes of the chats, how busy the others stay, which calls were for nothing. */
public final class FaultsBench {
    /** Every fault that is tried, with none of them first. */
    public static final String ALL = "none,hang,slow_drip,connection_reset,harmony_500,queue_503,rate_429,"
            + "bad_request_400,abort,null_content,garbage,english_text";

    private static final int CHATS = 2_000;
    private static final int REPLICAS = 4;
    private static final int SLOTS_EACH = 32;
    private static final int BAD = REPLICAS - 1;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String[] LATENCY = {
        "--max-num-seqs=" + SLOTS_EACH,
        "--time-factor-under-load=1",
        "--time-to-first-token=1s",
        "--inter-token-latency=0ms",
        "--latency-distribution=lognormal",
        "--latency-sigma=0.5"
    };

    private FaultsBench() {}

    /** Tries these faults, each on one replica. */
    public static Map<String, Object> run(Path project, List<String> faults) throws Exception {
        var result = new LinkedHashMap<String, Object>();
        var settings =
                Map.of("JUDGE_MAX_IN_FLIGHT_PER_REPLICA", Integer.toString(SLOTS_EACH), "JUDGE_BULK_SHARE", "1.0");
        try (var replicas = Replicas.start(REPLICAS, LATENCY);
                var rig = Rig.start(project)) {
            var topics = rig.topics(rig.worker("bench-1", replicas, settings));
            for (var fault : faults) {
                replicas.configure(BAD, "--failure-types=" + (fault.equals("none") ? "" : fault));
                result.put(fault, phase(fault.replace('_', '-'), replicas, topics));
            }
        }
        return result;
    }

    private static Map<String, Object> phase(String fault, Replicas replicas, WorkerTopics topics) throws Exception {
        Progress.say("faults: one of %d replicas: %s".formatted(REPLICAS, fault));
        var begun = Instant.now();
        var chats = new ChatLoad(fault, fault.hashCode());
        for (int i = 0; i < CHATS; i++) {
            topics.bulk(chats.next());
        }
        topics.flush();
        topics.awaitAll(fault, PATIENCE);
        var others = IntStream.range(0, BAD)
                .boxed()
                .flatMap(number -> replicas.calls(number, begun).stream())
                .toList();
        var result = new LinkedHashMap<String, Object>();
        result.put("chatsWithOutcome", topics.outcomes(fault).size());
        result.put(
                "scored",
                topics.outcomes(fault).stream()
                        .filter(Evaluation.Scored.class::isInstance)
                        .count());
        result.put(
                "shareOfIdealOfTheOthers",
                Occupancy.of(others, BAD * SLOTS_EACH).share());
        result.put("callsOnTheBadOne", replicas.calls(BAD, begun).size());
        result.put("callsWasted", replicas.calls(begun).size() - CHATS);
        result.put("callsNotCompleted", notCompleted(replicas.calls(begun)));
        result.put("seconds", Duration.between(begun, Instant.now()).toMillis() / 1e3);
        return result;
    }

    private static long notCompleted(List<Call> calls) {
        return calls.stream().filter(call -> !call.completed()).count();
    }
}
