package dev.dictamen.bench.upsert;

import static org.awaitility.Awaitility.await;

import dev.dictamen.bench.rig.ChatLoad;
import dev.dictamen.bench.rig.Progress;
import dev.dictamen.bench.rig.Rig;
import dev.dictamen.bench.rig.WorkerTopics;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Score;
import dev.dictamen.testing.data.Evaluations;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.process.ServiceJar;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The sink's jar takes chats and their evaluations from its topics into the database: rows that are new, then the same rows
 * once more under the next revision. On a busy machine the processor time of the sink is the figure to compare.
 */
public final class UpsertBench {
    private static final String SCHEMA = "dictamen_bench";
    private static final int CHATS = 5_000;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final EmbeddedMariaDb database;
    private final ServiceJar sink;
    private final WorkerTopics topics;

    private UpsertBench(EmbeddedMariaDb database, ServiceJar sink, WorkerTopics topics) {
        this.database = database;
        this.sink = sink;
        this.topics = topics;
    }

    public static Map<String, Object> run(Path project) throws Exception {
        var database = EmbeddedMariaDb.shared();
        try (var rig = Rig.start(project)) {
            var sink = rig.sink(Map.of(
                    "DATABASE_URL", database.emptySchema(SCHEMA),
                    "DATABASE_USERNAME", database.username(),
                    "DATABASE_PASSWORD", database.password(),
                    "DATABASE_DIALECT", database.dialect()));
            return new UpsertBench(database, sink, rig.topics(sink)).measure();
        }
    }

    /** What it took to store the chats and evaluations of one round. */
    private record Cost(double rowsPerSecond, double cpuSecondsPer1000Rows) {}

    private Map<String, Object> measure() throws SQLException {
        var created = new ArrayList<Cost>();
        var replaced = new ArrayList<Cost>();
        for (int round = 1; round <= WARM_UP_ROUNDS + ROUNDS; round++) {
            Progress.say("upsert: round %d of %d".formatted(round, WARM_UP_ROUNDS + ROUNDS));
            var load = new ChatLoad("round" + round, round);
            var chats = Stream.generate(load::next).limit(CHATS).toList();
            created.add(store(chats));
            replaced.add(store(chats.stream().map(chat -> chat.withRevision(2)).toList()));
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("rowsPerRound", 2 * CHATS);
        result.put("new", median(created.subList(WARM_UP_ROUNDS, created.size())));
        result.put("replaced", median(replaced.subList(WARM_UP_ROUNDS, replaced.size())));
        result.put("roundsNew", created);
        result.put("roundsReplaced", replaced);
        return result;
    }

    private Cost store(List<ClosedChat> chats) throws SQLException {
        var cpuBefore = sink.cpu();
        long begunNs = System.nanoTime();
        for (var chat : chats) {
            topics.live(chat);
            topics.outcome(Evaluations.scored(chat.chatId(), chat.revision(), chat.ingestedAt(), Score.GOOD));
        }
        topics.flush();
        awaitRows(chats.getFirst());
        double seconds = (System.nanoTime() - begunNs) / 1e9;
        int rows = 2 * chats.size();
        return new Cost(rows / seconds, sink.cpu().minus(cpuBefore).toMillis() / (double) rows);
    }

    /** Waits until both tables hold all rows of this one's round and revision. */
    private void awaitRows(ClosedChat one) throws SQLException {
        var prefix = one.chatId().substring(0, one.chatId().indexOf('-'));
        var count = """
                SELECT (SELECT COUNT(*) FROM chat WHERE chat_id LIKE '%1$s-%%' AND revision = %2$d)
                     + (SELECT COUNT(*) FROM evaluation WHERE chat_id LIKE '%1$s-%%' AND revision = %2$d)
                """.formatted(prefix, one.revision());
        try (var connection =
                DriverManager.getConnection(database.serverUrl() + SCHEMA, database.username(), database.password())) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            await().atMost(PATIENCE)
                    .pollInterval(LOOK_EVERY)
                    .until(() -> jdbc.queryForObject(count, Integer.class), rows -> rows == 2 * CHATS);
        }
    }

    private static Cost median(List<Cost> costs) {
        return new Cost(
                costs.stream().mapToDouble(Cost::rowsPerSecond).sorted().toArray()[costs.size() / 2],
                costs.stream().mapToDouble(Cost::cpuSecondsPer1000Rows).sorted().toArray()[costs.size() / 2]);
    }
}
