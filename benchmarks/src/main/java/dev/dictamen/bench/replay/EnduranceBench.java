package dev.dictamen.bench.replay;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.LiveHeap;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.testing.kafka.ContractTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** So many chats replayed in small heaps that what grows with them would show; each of them is accounted for. */
final class EnduranceBench {
    private static final int CHATS = 100_000;
    private static final int REPLICAS = 2;
    private static final int SLOTS_EACH = 128;
    private static final String[] HEAP = {"-Xmx256m", "-Xmn128m"};
    /** All slots for bulk, since there is nothing live here. */
    private static final Map<String, String> SETTINGS = Map.of(
            "JUDGE_MAX_IN_FLIGHT_PER_REPLICA",
            Integer.toString(SLOTS_EACH),
            "JUDGE_BULK_SHARE",
            "1.0",
            "WORKER_WINDOW",
            Integer.toString(4 * SLOTS_EACH),
            "RULES_FALLBACK",
            "off");

    private static final String[] LATENCY = {
        "--max-num-seqs=" + SLOTS_EACH,
        "--time-factor-under-load=1",
        "--time-to-first-token=400ms",
        "--inter-token-latency=0ms"
    };
    /** When the heaps are looked at: shares of the chats that are done. */
    private static final List<Double> LOOKS = List.of(0.1, 0.5, 0.9);

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_MS = 500;

    private final Rig rig;
    private final Map<String, LiveHeap> heaps;
    private final int chats;

    private EnduranceBench(Rig rig, Map<String, LiveHeap> heaps, int chats) {
        this.rig = rig;
        this.heaps = heaps;
        this.chats = chats;
    }

    /** @param chats 0 for 100,000 */
    static Map<String, Object> run(Path project, int chats) throws Exception {
        try (var replicas = Replicas.start(REPLICAS, LATENCY);
                var rig = Rig.start(project, HEAP)) {
            var ingest = rig.ingest().service();
            var worker = rig.worker("bench-1", replicas, SETTINGS);
            rig.topics(worker);
            var heaps = new LinkedHashMap<String, LiveHeap>();
            heaps.put("ingest-service", rig.heapOf("ingest-service", ingest));
            heaps.put("eval-worker", rig.heapOf("eval-worker", worker));
            return new EnduranceBench(rig, heaps, chats == 0 ? CHATS : chats).measure();
        }
    }

    private Map<String, Object> measure() throws Exception {
        Progress.say("replay long: scoring %,d chats".formatted(chats));
        score();
        Progress.say("replay long: replaying them");
        var megabytes = new LinkedHashMap<String, Object>();
        look("before", megabytes);
        try (var desk = ReplayDesk.quote(rig, Selection.ALL)) {
            look("quoted", megabytes);
            var begun = desk.start();
            for (double share : LOOKS) {
                desk.awaitDone(share, PATIENCE);
                look(Math.round(share * 100) + "%", megabytes);
            }
            desk.awaitFinished(PATIENCE);
            look("finished", megabytes);
            var result = new LinkedHashMap<String, Object>();
            result.put("chats", desk.progress().total());
            result.put("quotedSeconds", desk.progress().quote().cost().seconds());
            result.put("seconds", Duration.between(begun, desk.progress().at()).toMillis() / 1e3);
            result.putAll(rates(desk));
            result.put("megabytesAfterFullCollection", megabytes);
            result.put("ledger", ledger(desk));
            return result;
        }
    }

    private void score() throws Exception {
        try (var topics = rig.topics()) {
            var made = new ChatLoad("history", chats);
            for (int i = 0; i < chats; i++) {
                topics.bulk(made.next());
            }
            topics.flush();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (rig.recordsOf(ContractTopics.ALL.evaluation()) < chats) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("not scored within " + PATIENCE);
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private void look(String when, Map<String, Object> megabytes) throws Exception {
        var now = new LinkedHashMap<String, Integer>();
        for (var heap : heaps.entrySet()) {
            now.put(heap.getKey(), heap.getValue().megabytes());
        }
        megabytes.put(when, now);
    }

    private Map<String, Object> rates(ReplayDesk desk) {
        var replayed = RunLedger.read(rig.brokers(), desk.progress().replay());
        var backlog = RunLedger.read(rig.brokers(), Evaluation.LIVE_RUN);
        var byTenth = replayed.perSecondByTenth();
        var rates = new LinkedHashMap<String, Object>();
        rates.put("chatsPerSecond", replayed.perSecond());
        rates.put("chatsPerSecondByTenth", byTenth);
        rates.put("lastTenthToSecond", byTenth.getLast() / (double) byTenth.get(1));
        rates.put("chatsPerSecondThroughTheBacklog", backlog.perSecond());
        rates.put("ratioOfRates", replayed.perSecond() / backlog.perSecond());
        return rates;
    }

    private Map<String, Object> ledger(ReplayDesk desk) {
        var outcomes = desk.progress().outcomes();
        var read = RunLedger.read(rig.brokers(), desk.progress().replay());
        var ledger = new LinkedHashMap<String, Object>();
        ledger.put("scored", outcomes.scored());
        ledger.put("skipped", outcomes.skipped());
        ledger.put("failed", outcomes.failed());
        ledger.put("gone", outcomes.gone());
        ledger.put("records", read.entries().size());
        ledger.put("distinctEvaluationIds", read.distinctEvaluations());
        ledger.put(
                "isExact",
                outcomes.done() == desk.progress().total()
                        && read.distinctEvaluations() + outcomes.gone() == outcomes.done());
        return ledger;
    }
}
