package dev.dictamen.bench.pipeline;

import static org.awaitility.Awaitility.await;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.CpuTimes;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Replicas;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.bench.rig.WorkerTopics;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.guarantee.OneRowPerChat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole path, from a closed chat on its topic to its row in the database, on replicas that answer in 400 ms, with 256
 * calls in flight; beside it the script that a user would write today, where what it needs is installed.
 */
public final class PipelineBench {
    static final int IN_FLIGHT = 256;
    static final int REPLICAS = 2;
    /** As many as the compiler needs to have done its work. */
    private static final int WARM_UP = 15_000;

    private static final int CHATS = 15_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final String COUNT = "SELECT COUNT(*) FROM evaluation WHERE chat_id LIKE ?";
    private static final String CHATS_OF_ROWS = "SELECT chat_id FROM evaluation WHERE chat_id LIKE ?";
    /** Rules would only add rows for chats that wait in this backlog. */
    private static final Map<String, String> SETTINGS = Map.of(
            "JUDGE_MAX_IN_FLIGHT_PER_REPLICA", Integer.toString(IN_FLIGHT / REPLICAS),
            "WORKER_WINDOW", Integer.toString(2 * IN_FLIGHT),
            "RULES_FALLBACK", "off");

    private PipelineBench() {}

    public static Map<String, Object> run(Path project) throws Exception {
        var database = EmbeddedMariaDb.shared();
        var result = new LinkedHashMap<String, Object>();
        try (var replicas = Replicas.start(REPLICAS, latency());
                var rig = Rig.start(project)) {
            database.emptySchema("dictamen_bench");
            var worker = rig.worker("bench-1", replicas, SETTINGS);
            var sink = rig.sink(Map.of(
                    "DATABASE_URL", database.serverUrl() + "dictamen_bench",
                    "DATABASE_USERNAME", database.username(),
                    "DATABASE_PASSWORD", database.password(),
                    "DATABASE_DIALECT", database.dialect()));
            var topics = rig.topics(worker, sink);
            Progress.say("pipeline: warming up with %,d chats".formatted(WARM_UP));
            load("warm", WARM_UP, topics, database);
            Progress.say("pipeline: %,d chats, %d in flight".formatted(CHATS, IN_FLIGHT));
            var cpu = CpuTimes.of(Map.of("worker", worker, "sink", sink));
            var begun = Instant.now();
            var took = load("path", CHATS, topics, database);
            result.put("chats", CHATS);
            result.put("chatsPerSecond", CHATS / (took.toMillis() / 1e3));
            result.put("seconds", took.toMillis() / 1e3);
            result.put("inFlight", IN_FLIGHT);
            result.put("calls", replicas.calls(begun).size());
            var millis = cpu.millisPerChat(CHATS);
            result.put(
                    "cpuMillisPerChatWorkerAndSink",
                    millis.getOrDefault("worker", 0d) + millis.getOrDefault("sink", 0d));
            result.put("cpuMillisPerChat", millis);
        }
        result.put("script", ScriptBaseline.run(project, database, CHATS));
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

    private static Duration load(String prefix, int many, WorkerTopics topics, EmbeddedMariaDb database) {
        var chats = new ChatLoad(prefix, prefix.hashCode());
        var begun = Instant.now();
        for (int i = 0; i < many; i++) {
            topics.live(chats.next());
        }
        topics.flush();
        awaitRows(prefix, many, database);
        return Duration.between(begun, Instant.now());
    }

    /** Waits until every chat has its row; fails when one has more. */
    private static void awaitRows(String prefix, int many, EmbeddedMariaDb database) {
        var jdbc = database.jdbc("dictamen_bench");
        await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(() -> jdbc.queryForObject(COUNT, Integer.class, prefix + "-%"), rows -> rows >= many);
        OneRowPerChat.holdsFor(jdbc.query(CHATS_OF_ROWS, (row, number) -> row.getString(1), prefix + "-%"));
    }
}
