package dev.dictamen.bench.longchats;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.CpuTimes;
import dev.dictamen.bench.rig.IngestApi;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.bench.rig.SteadyRate;
import dev.dictamen.bench.rig.WorkerTopics;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.testing.process.ServiceJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Chats of 2 MB through ingest-service and worker: what one costs, and what eighty at once cost five live chats a second. */
public final class LongBench {
    /** Of all messages; as JSON the chat is nearly as large as one may be, 2 MiB. */
    private static final int CHARACTERS = 1_600_000;

    private static final int MEASURED = 20;
    private static final int AT_ONCE = 80;
    private static final int LIVE = 300;
    private static final int LIVE_PER_SECOND = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final IngestApi ingest;
    private final ServiceJar worker;
    private final WorkerTopics topics;

    private LongBench(IngestApi ingest, ServiceJar worker, WorkerTopics topics) {
        this.ingest = ingest;
        this.worker = worker;
        this.topics = topics;
    }

    public static Map<String, Object> run(Path project) throws Exception {
        try (var replicas = Replicas.start(2, "--time-to-first-token=400ms", "--inter-token-latency=0ms");
                var rig = Rig.start(project)) {
            var worker = rig.worker("bench-1", replicas, Map.of());
            var ingest = rig.ingest();
            return new LongBench(ingest, worker, rig.topics(worker)).measure();
        }
    }

    private Map<String, Object> measure() throws Exception {
        var result = new LinkedHashMap<String, Object>();
        Progress.say("long: warming up");
        live("warm");
        longOnes("warm-long", MEASURED);
        topics.await("warm-long", MEASURED, PATIENCE);
        Progress.say("long: %d chats of %,d characters".formatted(MEASURED, CHARACTERS));
        var cpu = CpuTimes.of(Map.of("ingest", ingest.service(), "worker", worker));
        longOnes("long", MEASURED);
        topics.await("long", MEASURED, PATIENCE);
        result.put("characters", CHARACTERS);
        result.put("cpuMillisPerLongChat", cpu.millisPerChat(MEASURED));
        Progress.say("long: live chats alone");
        long alone = live("alone");
        Progress.say("long: live chats beside %d long ones".formatted(AT_ONCE));
        var sender = Thread.ofPlatform().start(() -> sendQuietly("beside-long", AT_ONCE));
        long beside = live("beside");
        sender.join();
        topics.await("beside-long", AT_ONCE, PATIENCE);
        result.put("liveP99AloneMillis", alone);
        result.put("liveP99BesideMillis", beside);
        result.put("ratioOfP99", beside / (double) alone);
        result.put(
                "replicasCalledStalled",
                worker.log().lines().filter(line -> line.contains("stalled")).count());
        return result;
    }

    private void sendQuietly(String prefix, int many) {
        try {
            longOnes(prefix, many);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void longOnes(String prefix, int many) throws Exception {
        var chats = new ChatLoad(prefix, prefix.hashCode());
        for (int i = 0; i < many; i++) {
            ingest.sendOne(chats.next(CHARACTERS));
        }
    }

    /** Live chats at a steady rate. @return the p99 of close to verdict, ms */
    private long live(String prefix) throws Exception {
        var chats = new ChatLoad(prefix, prefix.hashCode());
        SteadyRate.send(LIVE, LIVE_PER_SECOND, () -> ingest.sendOne(chats.next()));
        topics.await(prefix, LIVE, PATIENCE);
        return p99(topics.outcomes(prefix));
    }

    private static long p99(List<Evaluation> outcomes) {
        var millis = new ArrayList<Long>();
        for (var outcome : outcomes) {
            var timeline = outcome.timeline();
            millis.add(Duration.between(Objects.requireNonNull(timeline.closedAt()), timeline.evaluatedAt())
                    .toMillis());
        }
        millis.sort(null);
        return millis.get(millis.size() * 99 / 100);
    }
}
