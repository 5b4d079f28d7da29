package dev.dictamen.bench.caps;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.Occupancy;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.bench.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cap that is four times what the replicas bear, and a short queue in front of them that answers 503 when it is full: with a
 * fixed cap, and with one that follows what the replicas bear.
 */
public final class CapsBench {
    private static final int CHATS = 3_000;
    private static final int REPLICAS = 2;
    private static final int SLOTS_EACH = 16;
    private static final int CAP = 4 * SLOTS_EACH;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String[] LATENCY = {
        "--max-num-seqs=" + SLOTS_EACH,
        "--max-num-queued-reqs=" + SLOTS_EACH / 2,
        "--time-factor-under-load=1",
        "--time-to-first-token=400ms",
        "--inter-token-latency=0ms",
        "--latency-distribution=lognormal",
        "--latency-sigma=0.5"
    };

    private CapsBench() {}

    public static Map<String, Object> run(Path project) throws Exception {
        var result = new LinkedHashMap<String, Object>();
        result.put("fixed", phase(project, "off"));
        result.put("adaptive", phase(project, "on"));
        return result;
    }

    private static Map<String, Object> phase(Path project, String adaptive) throws Exception {
        Progress.say("caps: JUDGE_ADAPTIVE_CAP=" + adaptive);
        var settings = Map.of(
                "JUDGE_MAX_IN_FLIGHT_PER_REPLICA",
                Integer.toString(CAP),
                "JUDGE_BULK_SHARE",
                "1.0",
                "JUDGE_ADAPTIVE_CAP",
                adaptive);
        try (var replicas = Replicas.start(REPLICAS, LATENCY);
                var rig = Rig.start(project)) {
            var topic = rig.topic(rig.worker("bench-1", replicas, settings));
            var chats = new ChatLoad("caps", 5);
            var begun = Instant.now();
            for (int i = 0; i < CHATS; i++) {
                topic.bulk(chats.next());
            }
            topic.await("caps", CHATS, PATIENCE);
            var calls = replicas.calls(begun);
            var occupancy = Occupancy.of(calls, REPLICAS * SLOTS_EACH);
            return Map.of(
                    "chatsPerSecond", occupancy.perSecond(),
                    "shareOfIdeal", occupancy.share(),
                    "callsRefused",
                            calls.stream().filter(call -> !call.completed()).count(),
                    "seconds", Duration.between(begun, Instant.now()).toMillis() / 1e3);
        }
    }
}
