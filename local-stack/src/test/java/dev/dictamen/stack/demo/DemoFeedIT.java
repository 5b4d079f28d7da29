package dev.dictamen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.stack.database.DemoDatabase;
import dev.dictamen.stack.database.LocalDatabase;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.testing.DatabaseAddresses;
import dev.dictamen.stack.testing.RecordedTerminal;
import dev.dictamen.testing.process.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemoFeedIT {
    private static final String CLOSED = "SELECT COUNT(*) FROM conversation WHERE state = 'closed'";
    private static final Duration FAST = Duration.ofMillis(20);

    @TempDir
    static Path folder;

    private static Home home;
    private static DemoDatabase database;
    private static LocalDatabase server;

    @BeforeAll
    static void start() throws Exception {
        home = new Home(folder);
        home.create();
        var address = DatabaseAddresses.at(FreePort.find());
        database = address.demo();
        server = new LocalDatabase(home, address, new RecordedTerminal().terminal());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void chatsLiveAndEndWithAllTheirLinesAndWhatAStopLeftOpenIsClosedByTheNextStart() throws Exception {
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (var feed = new DemoFeed(database, home.demoPause(), clock)) {
            feed.start(FAST);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> count(CLOSED + " AND id LIKE 'demo-0-%'") >= 25);
        }

        var first = DemoChats.read().getFirst();
        assertThat(lines())
                .isEqualTo(first.transcript().stream()
                        .map(DemoChat.DemoMessage::text)
                        .collect(Collectors.joining("|")));
        assertThat(count("SELECT COUNT(*) FROM conversation WHERE id NOT LIKE 'demo-%'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM conversation WHERE state <> 'closed'"))
                .isPositive();
        assertThat(count("SELECT COUNT(*) FROM conversation WHERE (state = 'closed') = (closed_at IS NULL)"))
                .isZero();
        assertThat(count(CLOSED + " AND agent_ref IS NULL")).isPositive();
        assertThat(count("SELECT COUNT(*) FROM conversation_line WHERE sent_at > CURRENT_TIMESTAMP(3)"))
                .isZero();
        assertThat(count("""
                SELECT COUNT(DISTINCT c.id) FROM conversation c JOIN conversation_line l ON l.conversation_id = c.id
                WHERE l.sent_at > c.closed_at AND l.author = 'client' AND c.touched_at >= l.sent_at
                """)).isPositive();

        nothingStaysOpenAfterAStart();
    }

    private static void nothingStaysOpenAfterAStart() throws Exception {
        var command = new DemoCommand(home, new RecordedTerminal().terminal());
        command.pause();
        try (var feed = new DemoFeed(database, home.demoPause(), Clock.systemUTC())) {
            feed.start(FAST);
            await().until(() -> count("SELECT COUNT(*) FROM conversation WHERE state <> 'closed'") == 0);
            long conversations = count("SELECT COUNT(*) FROM conversation");
            await().during(Duration.ofMillis(200))
                    .until(() -> count("SELECT COUNT(*) FROM conversation") == conversations);

            command.resume();

            await().until(() -> count("SELECT COUNT(*) FROM conversation") > conversations);
        }
    }

    @Test
    void theFollowerMayReadTheChatsAndTheBinlogAndWriteNothing() throws Exception {
        try (var feed = new DemoFeed(database, home.demoPause(), Clock.systemUTC())) {
            feed.start(FAST);
            await().ignoreExceptions().until(() -> count("SELECT COUNT(*) FROM conversation_line") > 0);
        }

        assertThat(text("SHOW BINLOG STATUS", 1)).startsWith("binlog.");
        assertThat(text("SHOW BINLOG STATUS", 3)).isEqualTo("demo_chat");
        assertThat(count("SHOW BINLOG STATUS", 2)).isGreaterThan(2000);
        assertThat(text("SHOW VARIABLES LIKE 'log_bin'", 2)).isEqualTo("ON");
        assertThat(text("SHOW VARIABLES LIKE 'binlog_format'", 2)).isEqualTo("ROW");
        assertThat(text("SHOW VARIABLES LIKE 'binlog_row_image'", 2)).isEqualTo("FULL");
        refuses("DELETE FROM conversation_line");
        refuses("CREATE TABLE mine (id INT)");
        refuses("SELECT COUNT(*) FROM mysql.user");
        refuses("USE dictamen");
    }

    @Test
    void aKilledServerIsWaitedForAndNoLineIsMissingOrTwice() throws Exception {
        try (var feed = new DemoFeed(database, home.demoPause(), Clock.systemUTC())) {
            feed.start(FAST);
            await().ignoreExceptions().until(() -> count("SELECT COUNT(*) FROM conversation") > 0);

            long closedBefore = count(CLOSED);
            var killed = ProcessHandle.of(pid()).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> count(CLOSED) > closedBefore + 20);
        }

        assertThat(count("""
                SELECT COUNT(*) FROM (
                    SELECT MAX(position) + 1 AS length, COUNT(*) AS found FROM conversation_line GROUP BY conversation_id
                ) AS conversations WHERE length <> found
                """)).isZero();
    }

    private static long pid() throws Exception {
        return Long.parseLong(Files.readString(home.pidFile("database")).split(" ")[0]);
    }

    /** The lines of the first conversation at the start of all times. */
    private static String lines() throws SQLException {
        return text("""
                SELECT GROUP_CONCAT(body ORDER BY position SEPARATOR '|') FROM conversation_line
                WHERE conversation_id = 'demo-0-1'
                """, 1);
    }

    private static long count(String sql) throws SQLException {
        return count(sql, 1);
    }

    private static long count(String sql, int column) throws SQLException {
        return Long.parseLong(text(sql, column));
    }

    /** What the follower reads in a column of the first row. */
    private static String text(String sql, int column) {
        return follower().query(sql, (row, number) -> row.getString(column)).getFirst();
    }

    private static void refuses(String sql) {
        assertThatThrownBy(() -> follower().execute(sql)).rootCause().hasMessageContaining("denied");
    }

    private static JdbcTemplate follower() {
        var follower = database.follower();
        return new JdbcTemplate(new DriverManagerDataSource(database.url(), follower.username(), follower.password()));
    }
}
