package dev.dictamen.bench.pipeline;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.CpuTimes;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.bench.rig.WorkerTopics;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.process.ServiceJar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole path, from a closed chat on its topic to its row in the database, on replicas that answer in 400 ms, with 256
 * calls in flight; beside it the script that a user would write today, where what it needs is installed.
 */
public final class PipelineBench {
    static final int IN_FLIGHT = 256;
    static final int REPLICAS = 2;
    private static final String SCHEMA = "dictamen_bench";
    /** As many as the compiler needs to have done its work. */
    private static final int WARM_UP = 30_000;

    private static final int CHATS = 15_000;
    /** Sent while they are worked on: a service that is paused for so many would be taken for dead. */
    private static final int LONG_CHATS = 100_000;

    private static final int TENTHS = 10;
    /** Rules would only add rows for chats that wait in this backlog. */
    private static final Map<String, String> SETTINGS = Map.of(
            "JUDGE_MAX_IN_FLIGHT_PER_REPLICA", Integer.toString(IN_FLIGHT / REPLICAS),
            "WORKER_WINDOW", Integer.toString(2 * IN_FLIGHT),
            "RULES_FALLBACK", "off");

    private PipelineBench() {}

    /** Beside the script. */
    public static Map<String, Object> run(Path project) throws Exception {
        var result = path(project, CHATS);
        result.put("script", ScriptBaseline.run(project, EmbeddedMariaDb.shared(), CHATS));
        return result;
    }

    /** So many chats that what grows with them would show: the rate of the last tenth against that of the second. */
    public static Map<String, Object> runLong(Path project) throws Exception {
        return path(project, LONG_CHATS);
    }

    private static Map<String, Object> path(Path project, int many) throws Exception {
        var database = EmbeddedMariaDb.shared();
        var result = new LinkedHashMap<String, Object>();
        try (var replicas = Replicas.start(REPLICAS, latency());
                var rig = Rig.start(project)) {
            database.emptySchema(SCHEMA);
            var worker = rig.worker("bench-1", replicas, SETTINGS);
            var sink = rig.sink(Map.of(
                    "DATABASE_URL", database.serverUrl() + SCHEMA,
                    "DATABASE_USERNAME", database.username(),
                    "DATABASE_PASSWORD", database.password(),
                    "DATABASE_DIALECT", database.dialect()));
            var topics = rig.topics(worker, sink);
            Progress.say("pipeline: warming up with %,d chats".formatted(WARM_UP));
            load("warm", WARM_UP, List.of(), topics, database);
            Progress.say("pipeline: %,d chats, %d in flight".formatted(many, IN_FLIGHT));
            var cpu = CpuTimes.of(Map.of("worker", worker, "sink", sink));
            var pauses = rig.pausesOf("eval-worker");
            var rows = load("path", many, many > CHATS ? List.of() : List.of(worker, sink), topics, database);
            var millis = cpu.millisPerChat(many);
            result.put("chats", many);
            result.put("chatsPerSecond", many / rows.seconds());
            result.put("chatsPerSecondByTenth", rows.perSecondByPart(TENTHS));
            result.put("seconds", rows.seconds());
            result.put("inFlight", IN_FLIGHT);
            result.put("calls", replicas.calls(rows.begunAt()).size());
            result.put(
                    "cpuMillisPerChatWorkerAndSink",
                    millis.getOrDefault("worker", 0d) + millis.getOrDefault("sink", 0d));
            result.put("cpuMillisPerChat", millis);
            result.put("pausesOfTheWorkersCollector", pauses.figures());
        }
        return result;
    }

    static String[] latency() {
        return new String[] {
            "--max-num-seqs=" + IN_FLIGHT / REPLICAS,
            "--time-factor-under-load=1",
            "--time-to-first-token=400ms",
            "--inter-token-latency=0ms"
        };
    }

    /** The clock starts when the chats lie on their topic, as the script has read its own: {@code paused} wait for that. */
    private static StoredRows load(
            String prefix, int many, List<ServiceJar> paused, WorkerTopics topics, EmbeddedMariaDb database) {
        var load = new ChatLoad(prefix, prefix.hashCode());
        var chats = Stream.generate(load::next).limit(many).toList();
        var rows = StoredRows.fromNowOn(database.jdbc(SCHEMA));
        paused.forEach(ServiceJar::pause);
        chats.forEach(topics::live);
        topics.flush();
        if (!paused.isEmpty()) {
            rows.startClock();
            paused.forEach(ServiceJar::goOn);
        }
        rows.awaitAll(prefix, many);
        return rows;
    }
}
