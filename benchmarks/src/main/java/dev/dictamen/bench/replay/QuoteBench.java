package dev.dictamen.bench.replay;

import dev.dictamen.bench.rig.ChatLoad;
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
import java.util.stream.Stream;

/** History is scored, then replayed on the same replicas: when was it quoted to end, and when did it? */
final class QuoteBench {
    private static final int REPLICAS = 2;
    private static final String HISTORY = "history";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final List<Load> LOADS = List.of(
            new Load(
                    "flatFewSlots", 32, 0, 6_000, List.of("--time-factor-under-load=1", "--time-to-first-token=400ms")),
            new Load(
                    "slowerAsTheyFillManySlots",
                    128,
                    0,
                    10_000,
                    List.of("--time-factor-under-load=3", "--time-to-first-token=300ms")),
            new Load(
                    "longTailBesideLive",
                    64,
                    5,
                    6_000,
                    List.of(
                            "--time-factor-under-load=1",
                            "--time-to-first-token=600ms",
                            "--latency-distribution=lognormal",
                            "--latency-sigma=0.6")),
            new Load(
                    "slowerAsTheyFillBesideLive",
                    64,
                    5,
                    2_000,
                    List.of(
                            "--time-factor-under-load=2",
                            "--time-to-first-token=600ms",
                            "--latency-distribution=lognormal",
                            "--latency-sigma=0.3")));

    private final Load load;
    private final int chats;

    private QuoteBench(Load load, int chats) {
        this.load = load;
        this.chats = chats;
    }

    /**
     * What replicas are like, and what runs beside the replay.
     *
     * @param slots of each replica
     * @param livePerSecond live chats; 0 for none
     * @param chats that are replayed
     * @param latency flags of the simulator
     */
    private record Load(String name, int slots, int livePerSecond, int chats, List<String> latency) {
        String[] flags() {
            return Stream.concat(Stream.of("--max-num-seqs=" + slots, "--inter-token-latency=0ms"), latency.stream())
                    .toArray(String[]::new);
        }
    }

    /** @param chats at each load; 0 for as many as each is made for */
    static Map<String, Object> run(Path project, int chats) throws Exception {
        var result = new LinkedHashMap<String, Object>();
        for (var load : LOADS) {
            var figures = new QuoteBench(load, chats == 0 ? load.chats : chats).measure(project);
            Progress.say("replay quote: %s: %s".formatted(load.name, figures));
            result.put(load.name, figures);
        }
        return result;
    }

    private Map<String, Object> measure(Path project) throws Exception {
        try (var replicas = Replicas.start(REPLICAS, load.flags());
                var rig = Rig.start(project)) {
            var ingest = rig.ingest();
            var worker = rig.worker(
                    "bench-1", replicas, Map.of("JUDGE_MAX_IN_FLIGHT_PER_REPLICA", Integer.toString(load.slots)));
            var topics = rig.topics(worker);
            if (load.livePerSecond == 0) {
                return replay(rig, topics);
            }
            try (var live = LiveStream.start(ingest, "live", load.livePerSecond)) {
                var result = replay(rig, topics);
                result.put("liveChatsBeside", live.stop());
                return result;
            }
        }
    }

    private Map<String, Object> replay(Rig rig, WorkerTopics topics) throws Exception {
        Progress.say("replay quote: %s, scoring %,d chats".formatted(load.name, chats));
        var from = Instant.now();
        var made = new ChatLoad(HISTORY, chats);
        for (int i = 0; i < chats; i++) {
            topics.bulk(made.next());
        }
        topics.flush();
        var to = Instant.now();
        topics.await(HISTORY, chats, PATIENCE);
        Progress.say("replay quote: %s, replaying them".formatted(load.name));
        var selection = new Selection(from, to, List.of(), List.of(), Selection.Filter.NONE, null, false);
        try (var desk = ReplayDesk.quote(rig, selection)) {
            var begun = desk.start();
            desk.awaitFinished(PATIENCE);
            var real = Duration.between(begun, desk.progress().at());
            return result(desk, real, rig);
        }
    }

    private Map<String, Object> result(ReplayDesk desk, Duration real, Rig rig) {
        var progress = desk.progress();
        double seconds = real.toMillis() / 1e3;
        var quoted = progress.quote().cost().seconds();
        double replayed = RunLedger.read(rig.brokers(), progress.replay()).perSecond();
        double backlog =
                RunLedger.read(rig.brokers(), Evaluation.LIVE_RUN).of(HISTORY).perSecond();
        var result = new LinkedHashMap<String, Object>();
        result.put("chats", progress.total());
        result.put("quotedSeconds", quoted);
        result.put("realSeconds", seconds);
        result.put("ratio", quoted == null ? null : quoted / seconds);
        result.put("chatsPerSecond", replayed);
        result.put("chatsPerSecondThroughTheBacklog", backlog);
        result.put("ratioOfRates", replayed / backlog);
        return result;
    }
}
