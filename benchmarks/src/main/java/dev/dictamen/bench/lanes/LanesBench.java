package dev.dictamen.bench.lanes;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.Meters;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Live chats at a steady rate, first alone, then while bulk work saturates the slots. With {@code load} the replicas slow down
 * as they fill, as a real one does.
 */
public final class LanesBench {
    private static final int LIVE = 2_000;
    private static final int LIVE_PER_SECOND = 40;
    private static final int RUNS = 3;
    private static final int BULK_FOR_A_RUN = 9_000;
    private static final int REPLICAS = 2;
    private static final int SLOTS_EACH = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double IN_TIME = 0.99;

    private LanesBench() {}

    public static Map<String, Object> run(Path project, Latency kind) throws Exception {
        boolean dependsOnLoad = kind == Latency.LOAD;
        int runs = dependsOnLoad ? 1 : RUNS;
        try (var replicas = Replicas.start(REPLICAS, kind.flags(SLOTS_EACH));
                var rig = Rig.start(project)) {
            var worker = rig.worker(
                    "bench-1", replicas, Map.of("JUDGE_MAX_IN_FLIGHT_PER_REPLICA", Integer.toString(SLOTS_EACH)));
            var topics = rig.topics(worker);
            oneRun("warm", topics, worker);
            var alone = runs("alone", runs, topics, worker);
            var bulk = new ChatLoad("bulk", 3);
            for (int i = 0; i < runs * BULK_FOR_A_RUN; i++) {
                topics.bulk(bulk.next());
            }
            topics.await("bulk", SLOTS_EACH, PATIENCE);
            var beside = runs("beside", runs, topics, worker);
            var result = result(median(alone), median(beside));
            result.put("latencyDependsOnLoad", dependsOnLoad);
            result.put("bulkJudgedMeanwhile", topics.outcomes("bulk").size());
            result.put("alone", alone);
            result.put("besideBulk", beside);
            return result;
        }
    }

    private static List<Run> runs(String name, int runs, WorkerTopics topics, ServiceJar worker) throws Exception {
        var found = new ArrayList<Run>();
        for (int i = 0; i < runs; i++) {
            found.add(oneRun(name + i, topics, worker));
        }
        return found;
    }

    private static Run oneRun(String prefix, WorkerTopics topics, ServiceJar worker) throws Exception {
        Progress.say("lanes: %s, %,d live chats at %d a second".formatted(prefix, LIVE, LIVE_PER_SECOND));
        var before = Meters.read(worker.metrics());
        var chats = new ChatLoad(prefix, prefix.hashCode());
        SteadyRate.send(LIVE, LIVE_PER_SECOND, () -> topics.live(chats.next()));
        topics.awaitAll(prefix, PATIENCE);
        return Run.of(latencies(prefix, topics), before, Meters.read(worker.metrics()));
    }

    /** From the moment when the chat was seen to its verdict, ms, ascending. */
    private static List<Long> latencies(String prefix, WorkerTopics topics) {
        return topics.outcomes(prefix).stream()
                .map(Evaluation::timeline)
                .map(timeline -> Duration.between(timeline.ingestedAt(), timeline.evaluatedAt())
                        .toMillis())
                .sorted()
                .toList();
    }

    private static Run median(List<Run> runs) {
        return runs.stream()
                .sorted(Comparator.comparingLong(Run::p99Millis))
                .toList()
                .get(runs.size() / 2);
    }

    private static Map<String, Object> result(Run alone, Run beside) {
        var result = new LinkedHashMap<String, Object>();
        result.put("liveChatsPerRun", LIVE);
        result.put("livePermitWithin100msBesideBulk", beside.permitsWithin100ms);
        result.put("livePermitP99AtMost100ms", beside.permitsWithin100ms >= IN_TIME);
        result.put("liveP99AloneMillis", alone.p99Millis);
        result.put("liveP99BesideBulkMillis", beside.p99Millis);
        result.put("ratioOfP99", beside.p99Millis / (double) alone.p99Millis);
        return result;
    }

    /**
     * One run's figures.
     *
     * @param permitsWithin100ms share of live calls that had a permit within 100 ms
     */
    public record Run(long p50Millis, long p99Millis, double permitsWithin100ms) {
        private static final String WAIT = "judge_permit_wait_seconds";

        static Run of(List<Long> latencies, Meters before, Meters after) {
            double soon = grown(WAIT + "_bucket", before, after, "lane=\"live\"", "le=\"0.1\"");
            double all = grown(WAIT + "_count", before, after, "lane=\"live\"");
            return new Run(latencies.get(latencies.size() / 2), latencies.get(latencies.size() * 99 / 100), soon / all);
        }

        private static double grown(String name, Meters before, Meters after, String... labels) {
            return after.sum(name, labels) - before.sum(name, labels);
        }
    }
}
