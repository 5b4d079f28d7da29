package dev.dictamen.bench.replay;

import dev.dictamen.bench.lanes.Latency;
import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.IngestApi;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.bench.rig.WorkerTopics;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.replay.Selection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Live chats from their close to the evaluation on its topic, alone and beside a replay that takes all that bulk may have. */
final class LiveBench {
    private static final int HISTORY = 20_000;
    private static final int REPLICAS = 2;
    private static final int SLOTS_EACH = 64;
    private static final int LIVE_PER_SECOND = 5;
    /** As fast as it takes to teach a worker how its replicas slow down. */
    private static final int WARM_PER_SECOND = 40;

    private static final Duration WARM = Duration.ofSeconds(50);
    private static final Duration MEASURED = Duration.ofSeconds(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Map<String, String> SETTINGS =
            Map.of("JUDGE_MAX_IN_FLIGHT_PER_REPLICA", Integer.toString(SLOTS_EACH));

    private final Latency latency;
    private final int chats;
    private final Duration measured;

    private LiveBench(Latency latency, int chats) {
        this.latency = latency;
        this.chats = chats;
        this.measured = MEASURED.multipliedBy(chats).dividedBy(HISTORY);
    }

    /** @param chats that are replayed, and for so long live chats are sent; 0 for 20,000 */
    static Map<String, Object> run(Path project, int chats) throws Exception {
        var result = new LinkedHashMap<String, Object>();
        for (var latency : Latency.values()) {
            var name = latency == Latency.LOAD ? "slowerAsTheyFill" : "flat";
            var figures = new LiveBench(latency, chats == 0 ? HISTORY : chats).measure(project);
            Progress.say("replay lanes: %s: %s".formatted(name, figures));
            result.put(name, figures);
        }
        return result;
    }

    private Map<String, Object> measure(Path project) throws Exception {
        try (var instant = Replicas.start(REPLICAS, "--time-to-first-token=0ms", "--inter-token-latency=0ms");
                var replicas = Replicas.start(REPLICAS, latency.flags(SLOTS_EACH));
                var rig = Rig.start(project)) {
            var ingest = rig.ingest();
            var selection = history(rig, instant);
            var topics = rig.topics(rig.worker("bench-2", replicas, SETTINGS));
            Progress.say("replay lanes: warming up");
            live("warm", WARM_PER_SECOND, WARM, ingest, topics);
            Progress.say("replay lanes: %s, live chats alone".formatted(latency));
            live("alone", LIVE_PER_SECOND, measured, ingest, topics);
            Progress.say("replay lanes: %s, live chats beside the replay".formatted(latency));
            var beside = beside(rig, ingest, topics, selection);
            return result(rig, beside);
        }
    }

    /** Scored by a worker whose replicas answer at once: how they fared it does not pass on. */
    private Selection history(Rig rig, Replicas instant) throws Exception {
        Progress.say("replay lanes: scoring %,d chats".formatted(chats));
        var from = Instant.now();
        try (var worker = rig.worker("bench-1", instant, SETTINGS);
                var topics = rig.topics(worker)) {
            var made = new ChatLoad("history", chats);
            for (int i = 0; i < chats; i++) {
                topics.bulk(made.next());
            }
            topics.flush();
            topics.await("history", chats, PATIENCE);
        }
        return new Selection(from, Instant.now(), List.of(), List.of(), Selection.Filter.NONE, null, false);
    }

    private static void live(String prefix, int perSecond, Duration time, IngestApi ingest, WorkerTopics topics)
            throws Exception {
        try (var live = LiveStream.start(ingest, prefix, perSecond)) {
            Thread.sleep(time);
            topics.await(prefix, live.stop(), PATIENCE);
        }
    }

    /** From the wish for a quote on, until the replay is finished or it was measured for long enough. */
    private Map<String, Object> beside(Rig rig, IngestApi ingest, WorkerTopics topics, Selection selection)
            throws Exception {
        var result = new LinkedHashMap<String, Object>();
        try (var live = LiveStream.start(ingest, "beside", LIVE_PER_SECOND);
                var desk = ReplayDesk.quote(rig, selection)) {
            desk.start();
            desk.watch(measured);
            topics.await("beside", live.stop(), PATIENCE);
            result.put("chatsToReplay", desk.progress().total());
            result.put("replayedMeanwhile", desk.progress().outcomes().done());
            result.put("replayIsFinished", desk.isFinished());
            if (!desk.isFinished()) {
                desk.cancel();
            }
            result.put(
                    "replayedPerSecond",
                    RunLedger.read(rig.brokers(), desk.progress().replay()).perSecond());
        }
        return result;
    }

    private static Map<String, Object> result(Rig rig, Map<String, Object> replay) {
        var all = RunLedger.read(rig.brokers(), Evaluation.LIVE_RUN);
        var alone = Times.of(all.of("alone"));
        var beside = Times.of(all.of("beside"));
        var result = new LinkedHashMap<String, Object>();
        result.put("liveAlone", alone);
        result.put("liveBesideReplay", beside);
        result.put("ratioOfP50", beside.p50Millis / (double) alone.p50Millis);
        result.put("ratioOfP99", beside.p99Millis / (double) alone.p99Millis);
        result.putAll(replay);
        return result;
    }

    /** From the close of live chats to their evaluations. */
    public record Times(int chats, long p50Millis, long p99Millis) {
        static Times of(RunLedger live) {
            var millis = live.entries().stream()
                    .map(RunLedger.Entry::millisFromCloseToVerdict)
                    .sorted()
                    .toList();
            return new Times(millis.size(), millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
        }
    }
}
