package dev.dictamen.bench.compare;

import dev.dictamen.testing.database.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The chat database of the benchmark, and what its server says it has done. */
final class DeskDatabase {
    static final String MAPPING = """
            name: desk
            chat:
              table: chat
              key: id
              closed: {state: closed}
              closedAt: closed_at
            messages:
              table: line
              key: id
              chat: chat_id
              text: body
              roles:
                - {role: customer, when: {who: customer}}
                - {role: agent, when: {who: agent}}
            """;

    private static final String SCHEMA = "compare_bench";
    private static final int PER_STATEMENT = 50_000;
    private static final Duration SPREAD = Duration.ofDays(30);
    private static final Map<String, String> COUNTERS = Map.of(
            "COM_SELECT", "selects",
            "BYTES_SENT", "bytesSent",
            "ROWS_READ", "rowsRead");

    private final TestDatabase server;
    private final JdbcTemplate jdbc;
    private final AtomicLong nextOpen = new AtomicLong();

    DeskDatabase(TestDatabase server) {
        this.server = server;
        server.emptySchema(SCHEMA);
        this.jdbc = server.jdbc(SCHEMA);
    }

    /** Closed chats over thirty days up to now, and open ones behind them. */
    void fill(int closed, int open) {
        jdbc.execute("CREATE TABLE chat (id BIGINT PRIMARY KEY, state VARCHAR(10) NOT NULL, closed_at INT,"
                + " filler CHAR(200) NOT NULL DEFAULT '', KEY closed (closed_at))");
        jdbc.execute(
                "CREATE TABLE line (id BIGINT AUTO_INCREMENT PRIMARY KEY, chat_id BIGINT NOT NULL, who VARCHAR(10),"
                        + " body TEXT, KEY (chat_id))");
        for (int from = 1; from <= closed; from += PER_STATEMENT) {
            jdbc.update(
                    "INSERT INTO chat (id, state, closed_at) SELECT seq, 'closed',"
                            + " UNIX_TIMESTAMP() - ? * (1 - seq / ?) FROM seq_" + from + "_to_"
                            + (from + PER_STATEMENT - 1),
                    SPREAD.toSeconds(),
                    closed);
        }
        nextOpen.set(closed + 1L);
        jdbc.update(
                "INSERT INTO chat (id, state) SELECT seq, 'open' FROM seq_" + (closed + 1) + "_to_" + (closed + open));
    }

    /** No time finds chats any more. */
    void dropIndex() {
        jdbc.execute("DROP INDEX closed ON chat");
    }

    String url() {
        return server.serverUrl() + SCHEMA;
    }

    String username() {
        return server.username();
    }

    String password() {
        return server.password();
    }

    /** What the server has done so far: statements, rows and bytes, of all connections but this one's own questions. */
    Map<String, Double> counters() {
        var counters = new LinkedHashMap<String, Double>();
        jdbc.query("SHOW GLOBAL STATUS", row -> {
            var name = COUNTERS.get(row.getString(1).toUpperCase(Locale.ROOT));
            if (name != null) {
                counters.put(name, Double.parseDouble(row.getString(2)));
            }
        });
        counters.put("serverCpuMillis", cpuMillis());
        return counters;
    }

    Map<String, Double> countersSince(Map<String, Double> before) {
        var spent = new LinkedHashMap<String, Double>();
        counters().forEach((what, value) -> spent.put(what, value - before.getOrDefault(what, 0.0)));
        return spent;
    }

    private static double cpuMillis() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/mariadbd"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toMillis)
                .sum();
    }

    /** Closes open chats at a steady rate until it is closed itself. */
    Closing closing(int perSecond) {
        return new Closing(perSecond);
    }

    /** Chats that close, one after another; each leaves another open one. */
    final class Closing implements AutoCloseable {
        private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor();
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

        private Closing(int perSecond) {
            desk.scheduleAtFixedRate(this::one, 0, 1_000 / perSecond, TimeUnit.MILLISECONDS);
        }

        private void one() {
            try {
                jdbc.update(
                        "UPDATE chat SET state = 'closed', closed_at = UNIX_TIMESTAMP() WHERE id = ?",
                        nextOpen.getAndIncrement());
            } catch (RuntimeException e) {
                failure.set(e);
                throw e;
            }
        }

        /** Throws what ended it too early. */
        void check() {
            var ended = failure.get();
            if (ended != null) {
                throw ended;
            }
        }

        @Override
        public void close() {
            desk.shutdownNow();
        }
    }
}
