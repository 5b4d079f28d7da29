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
import dev.dictamen.contract.Timeline;
import dev.dictamen.testing.process.ServiceJar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chats of 2 MB through ingest-service and worker: what one costs, and what eighty at once cost five live chats a second. */
public final class LongBench {
    /** Of all messages; as JSON the chat is nearly as large as one may be, 2 MiB. */
    private static final int CHARACTERS = 1_600_000;

    /** As many as the compiler needs. */
    private static final int WARM_UP = 60;

    private static final int MEASURED = 20;
    private static final int AT_ONCE = 80;
    private static final int LIVE = 300;
    private static final int LIVE_PER_SECOND = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Rig rig;
    private final IngestApi ingest;
    private final ServiceJar worker;
    private final WorkerTopics topics;

    private LongBench(Rig rig, IngestApi ingest, ServiceJar worker, WorkerTopics topics) {
        this.rig = rig;
        this.ingest = ingest;
        this.worker = worker;
        this.topics = topics;
    }

    public static Map<String, Object> run(Path project) throws Exception {
        try (var replicas = Replicas.start(2, "--time-to-first-token=400ms", "--inter-token-latency=0ms");
                var rig = Rig.start(project)) {
            var worker = rig.worker("bench-1", replicas, Map.of());
            var ingest = rig.ingest();
            return new LongBench(rig, ingest, worker, rig.topics(worker)).measure();
        }
    }

    private Map<String, Object> measure() throws Exception {
        var result = new LinkedHashMap<String, Object>();
        Progress.say("long: warming up");
        live("warm");
        sendAtOnce(longOnes("warm-long", WARM_UP));
        topics.await("warm-long", WARM_UP, PATIENCE);
        Progress.say("long: %d chats of %,d characters".formatted(MEASURED, CHARACTERS));
        var measured = longOnes("long", MEASURED);
        var cpu = CpuTimes.of(Map.of("ingest", ingest.service(), "worker", worker));
        sendAtOnce(measured);
        topics.await("long", MEASURED, PATIENCE);
        result.put("characters", CHARACTERS);
        result.put("cpuMillisPerLongChat", cpu.millisPerChat(MEASURED));
        Progress.say("long: live chats alone");
        var alone = live("alone");
        Progress.say("long: live chats beside %d long ones".formatted(AT_ONCE));
        var longOnes = longOnes("beside-long", AT_ONCE);
        var pauses = rig.pausesOf("ingest-service");
        var sender = Thread.ofPlatform().start(() -> sendAtOnce(longOnes));
        var beside = live("beside");
        sender.join();
        topics.await("beside-long", AT_ONCE, PATIENCE);
        result.put("liveP99AloneMillis", alone);
        result.put("liveP99BesideMillis", beside);
        result.put("ratioOfP99", beside.closedToVerdict() / (double) alone.closedToVerdict());
        result.put("pausesOfIngestsCollector", pauses.figures());
        result.put(
                "replicasCalledStalled",
                worker.log().lines().filter(line -> line.contains("stalled")).count());
        return result;
    }

    /** Written before anything is measured. */
    private static List<String> longOnes(String prefix, int many) {
        var chats = new ChatLoad(prefix, prefix.hashCode());
        return Stream.generate(() -> IngestApi.json(chats.next(CHARACTERS)))
                .limit(many)
                .toList();
    }

    /** A connection each; returns when all are taken. */
    private void sendAtOnce(List<String> chats) {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent =
                    chats.stream().map(chat -> senders.submit(() -> send(chat))).toList();
            for (var one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean send(String chat) throws IOException, InterruptedException {
        ingest.sendOne(chat);
        return true;
    }

    /**
     * The 99th percentiles of live chats, ms: of the whole way and of its parts.
     *
     * @param closedToSeen by HTTP to ingest-service
     * @param seenToBegun through the gate to a worker
     * @param begunToVerdict in the worker, the model's time included
     */
    public record P99(long closedToVerdict, long closedToSeen, long seenToBegun, long begunToVerdict) {
        static P99 of(List<Timeline> timelines) {
            return new P99(
                    at(timelines, Timeline::closedAt, Timeline::evaluatedAt),
                    at(timelines, Timeline::closedAt, Timeline::ingestedAt),
                    at(timelines, Timeline::ingestedAt, Timeline::startedAt),
                    at(timelines, Timeline::startedAt, Timeline::evaluatedAt));
        }

        private static long at(
                List<Timeline> timelines, Function<Timeline, @Nullable Instant> from, Function<Timeline, Instant> to) {
            var millis = timelines.stream()
                    .map(timeline -> Duration.between(Objects.requireNonNull(from.apply(timeline)), to.apply(timeline)))
                    .map(Duration::toMillis)
                    .sorted()
                    .toList();
            return millis.get(millis.size() * 99 / 100);
        }
    }

    /** Live chats at a steady rate. */
    private P99 live(String prefix) throws Exception {
        var chats = new ChatLoad(prefix, prefix.hashCode());
        SteadyRate.send(LIVE, LIVE_PER_SECOND, () -> ingest.sendOne(chats.next()));
        topics.await(prefix, LIVE, PATIENCE);
        return P99.of(topics.outcomes(prefix).stream().map(Evaluation::timeline).toList());
    }
}
