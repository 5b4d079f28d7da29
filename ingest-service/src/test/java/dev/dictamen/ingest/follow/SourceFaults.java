package dev.dictamen.ingest.follow;

import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.TestDatabase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.dao.DataAccessException;

/** What goes wrong on a chat database's server and around it, drawn at random. For one thread. */
final class SourceFaults {
    private static final String OTHER = "other_product";
    private static final int LONGEST_PAUSE_MS = 8_000;

    private final TestDatabase server;
    private final String schema;
    private final Random random;
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private int statements;

    /** Everything that can be drawn. */
    enum Fault {
        /** Of ingest-service; the caller's to do. */
        KILL,
        SETTING_THAT_HIDES_CHANGES,
        SETTING_THAT_SHOWS_THEM,
        STATEMENT_OF_ANOTHER_PRODUCT,
        OWN_TABLE_ALTERED,
        LOG_ROTATED,
        LOG_PURGED,
        LOG_RESET,
        READER_PUT_OUT
    }

    SourceFaults(TestDatabase server, String schema, Random random) {
        this.server = server;
        this.schema = schema;
        this.random = random;
        server.emptySchema(OTHER);
        server.run(OTHER, "CREATE TABLE t1 (id INT PRIMARY KEY, name VARCHAR(20))");
    }

    /** How often each was drawn. */
    Map<Fault, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** Draws one and does it. */
    Fault next() {
        var fault = Fault.values()[random.nextInt(Fault.values().length)];
        counts.merge(fault, 1, Integer::sum);
        switch (fault) {
            case KILL -> {}
            case SETTING_THAT_HIDES_CHANGES -> hide(true);
            case SETTING_THAT_SHOWS_THEM -> hide(false);
            case STATEMENT_OF_ANOTHER_PRODUCT -> foreignStatement();
            case OWN_TABLE_ALTERED ->
                run(schema, "ALTER TABLE chat ADD COLUMN extra" + statements++ + " INT DEFAULT " + statements);
            case LOG_ROTATED -> run("", "FLUSH BINARY LOGS");
            case LOG_PURGED -> purge();
            case LOG_RESET -> run("", isMariaDb() ? "RESET MASTER" : "RESET BINARY LOGS AND GTIDS");
            case READER_PUT_OUT -> putReadersOut();
        }
        return fault;
    }

    private boolean isMariaDb() {
        return server instanceof EmbeddedMariaDb;
    }

    private void hide(boolean isHidden) {
        run(
                "",
                isMariaDb()
                        ? "SET GLOBAL log_bin_compress = " + (isHidden ? "ON" : "OFF")
                        : "SET GLOBAL binlog_row_value_options = '" + (isHidden ? "PARTIAL_JSON" : "") + "'");
    }

    private void foreignStatement() {
        var view = "v" + statements++;
        run(
                OTHER,
                isMariaDb()
                        ? "CREATE PROCEDURE " + view + "() FOR i IN 1..3 DO SELECT i; END FOR"
                        : "CREATE VIEW " + view + " AS SELECT id, ROW_NUMBER() OVER w AS rn FROM t1"
                                + " WINDOW w AS (PARTITION BY name ORDER BY id) QUALIFY ROW_NUMBER() OVER w = 1");
    }

    private void purge() {
        run("", "FLUSH BINARY LOGS");
        List<String> logs = server.jdbc("").query("SHOW BINARY LOGS", (log, number) -> log.getString(1));
        run("", "PURGE BINARY LOGS TO '" + logs.getLast() + "'");
    }

    private void putReadersOut() {
        server.jdbc("")
                .queryForList(
                        "SELECT id FROM information_schema.processlist WHERE command LIKE 'Binlog Dump%'", Long.class)
                .forEach(id -> run("", "KILL " + id));
    }

    /** What a server does not take at the moment, or has not, is passed over. */
    private void run(String where, String sql) {
        try {
            server.run(where, sql);
        } catch (DataAccessException notNow) {
            System.out.println("fault passed over: " + sql + ": "
                    + notNow.getMostSpecificCause().getMessage());
        }
    }

    /** Nothing for a while. */
    void pause() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MS)));
    }

    /** The settings are as they were. */
    void mend() {
        hide(false);
    }
}
