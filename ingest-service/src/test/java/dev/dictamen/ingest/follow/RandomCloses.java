package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.testing.HelpDesk;
import dev.dictamen.testing.database.TestDatabase;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DataAccessException;

/** Chats that open and close at a steady rate, each in one of the ways in which a product may do it. */
final class RandomCloses {
    private static final int WAYS = 100;
    private static final int LONGEST_PHASE_MS = 15_000;

    private final TestDatabase server;
    private final String schema;
    private final Random random;
    private final long everyMicros;
    private final AtomicLong nextId = new AtomicLong(1);
    private final ScheduledExecutorService desk = Executors.newScheduledThreadPool(4);

    RandomCloses(TestDatabase server, String schema, Random random, int perSecond) {
        this.server = server;
        this.schema = schema;
        this.random = random;
        this.everyMicros = TimeUnit.SECONDS.toMicros(1) / perSecond;
    }

    void begin() {
        desk.scheduleAtFixedRate(this::one, 0, everyMicros, TimeUnit.MICROSECONDS);
    }

    /** No chat closes any more, and every transaction has ended. */
    void end() throws InterruptedException {
        desk.shutdown();
        if (!desk.awaitTermination(2L * LONGEST_PHASE_MS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("transactions do not end");
        }
    }

    private void one() {
        long id = nextId.getAndIncrement();
        try {
            run("INSERT INTO chat (id, state, opened_at, agent, meta) VALUES (" + id
                    + ", 'open', UNIX_TIMESTAMP() - 60, 7, '{\"a\": 1, \"b\": \"" + "x".repeat(300) + "\"}');"
                    + lines(id));
            close(id);
        } catch (DataAccessException duringAFault) {
            System.out.println("chat " + id + " stays as it is: "
                    + duringAFault.getMostSpecificCause().getMessage());
        }
    }

    private static String lines(long id) {
        return "INSERT INTO line (chat_id, who, body, sent_at) VALUES (" + id
                + ", 'customer', 'Hola, mi pedido no llega', UNIX_TIMESTAMP() - 50), (" + id
                + ", 'agent', 'Buenas, lo reviso ahora mismo', UNIX_TIMESTAMP() - 40)";
    }

    private void close(long id) {
        int way = random.nextInt(WAYS);
        var closing = HelpDesk.closing(id);
        if (way < 5) {
            run("SET SESSION sql_log_bin = 0; " + closing);
        } else if (way < 8) {
            run("SET SESSION binlog_format = STATEMENT; " + closing);
        } else if (way < 12) {
            twoPhases(id, "COMMIT");
        } else if (way < 14) {
            twoPhases(id, "ROLLBACK");
        } else if (way < 15) {
            newInTwoPhases(-id, random.nextBoolean() ? "COMMIT" : "ROLLBACK");
        } else if (way < 16) {
            run("START TRANSACTION; " + closing + "; ROLLBACK");
        } else if (way < 20) {
            run(
                    "UPDATE chat SET meta = JSON_SET(meta, '$.a', 2), state = 'closed', closed_at = UNIX_TIMESTAMP() WHERE id = "
                            + id);
        } else {
            run(closing);
        }
    }

    /** A chat that comes closed. */
    private void newInTwoPhases(long id, String end) {
        twoPhases(
                id,
                end,
                "INSERT INTO chat (id, state, opened_at, closed_at, agent) VALUES (" + id
                        + ", 'closed', UNIX_TIMESTAMP() - 60, UNIX_TIMESTAMP(), 7); " + lines(id));
    }

    private void twoPhases(long id, String end) {
        twoPhases(id, end, HelpDesk.closing(id));
    }

    private void twoPhases(long id, String end, String sql) {
        var name = "'x" + id + "'";
        run("XA START " + name + "; " + sql + "; XA END " + name + "; XA PREPARE " + name);
        desk.schedule(() -> run("XA " + end + " " + name), random.nextInt(LONGEST_PHASE_MS), TimeUnit.MILLISECONDS);
    }

    private void run(String sql) {
        server.run(schema, sql);
    }
}
