package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.HelpDesk;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.ingest.testing.PublishedChats;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.RealMySql;
import dev.dictamen.testing.database.TestDatabase;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** What made a source lose chats without a word: settings of the log, statements of others, transactions in two phases. */
class SilentLossIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final boolean IS_LONG = Boolean.getBoolean("dictamen.long");
    private static final String LONG_TEXT = "x".repeat(2_000);

    @TempDir
    private Path folder;

    @AutoClose
    private final TestBroker broker = TestBroker.own();

    @AutoClose
    private PublishedChats published;

    @BeforeEach
    void readLanes() {
        published = new PublishedChats(broker);
    }

    static Stream<TestDatabase> servers() {
        return ChatProduct.serversInDepth();
    }

    /** The last one, where not all are tried: the one whose statements Debezium knows least of. */
    static Stream<TestDatabase> serversOfForeignStatements() {
        var all = ChatProduct.servers().toList();
        return IS_LONG ? all.stream() : Stream.of(all.getLast());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aChatThatIsLoggedBeforeItIsCommittedIsPublishedOnceItIs(TestDatabase server) {
        var desk = HelpDesk.on(server, "two_phases").open(2).open(3);
        try (var instance = start(desk, "SOURCE_COMPARE_EVERY=1h")) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            desk.run("XA START 'x1'; " + HelpDesk.closing(2) + "; XA END 'x1'; XA PREPARE 'x1'");
            prepareClosed(desk, 7, "x7");
            prepareClosed(desk, 8, "x8");
            desk.close(3);
            awaitPublished("3");

            desk.run("XA COMMIT 'x1'");
            desk.run("XA ROLLBACK 'x7'");
            desk.run("XA COMMIT 'x8'");

            awaitPublished("2");
            awaitPublished("8");
            assertThat(follow.status().reconciled()).isZero();
            assertThat(published.ids()).as("none that was never committed").containsExactlyInAnyOrder("2", "3", "8");
        }
    }

    /** A chat that comes closed into its table, in the first of two phases. */
    private static void prepareClosed(HelpDesk desk, long id, String transaction) {
        desk.run(
                "XA START '%2$s'; INSERT INTO chat VALUES (%1$d, 'closed', UNIX_TIMESTAMP() - 60, UNIX_TIMESTAMP(), 7);"
                                .formatted(id, transaction)
                        + " XA END '%1$s'; XA PREPARE '%1$s'".formatted(transaction));
    }

    @Test
    void changesOfJsonThatAreLoggedInPartAreFoundInTheTablesAndTheSettingIsNamed() {
        assumeTrue(RealMySql.isAvailable(), "no MySQL here");
        var server = RealMySql.shared();
        var desk = HelpDesk.on(server, "partial_json", "meta JSON").withIndex().open(4);
        try {
            server.run("", "SET GLOBAL binlog_row_value_options = 'PARTIAL_JSON'");
            try (var instance = start(desk, "SOURCE_COMPARE_EVERY=1s", "SOURCE_COMPARE_AFTER=1s")) {
                var follow = new Follow(instance, broker);
                follow.awaitFollowing();
                assertThat(follow.status().hint()).contains("SET GLOBAL binlog_row_value_options = ''");

                desk.close(4);

                awaitPublished("4");
                assertThat(follow.awaitStatus(status -> status.reconciled() == 1)
                                .published())
                        .isEqualTo(1);
            }
        } finally {
            server.run("", "SET GLOBAL binlog_row_value_options = ''");
        }
    }

    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @Test
    void compressedChangesAreFoundInTheTablesAndTheSettingIsNamed() {
        var server = EmbeddedMariaDb.shared();
        var desk = HelpDesk.on(server, "compressed", "note TEXT").withIndex().open(5);
        try {
            server.run("", "SET GLOBAL log_bin_compress = ON");
            try (var instance = start(desk, "SOURCE_COMPARE_EVERY=1s", "SOURCE_COMPARE_AFTER=1s")) {
                var follow = new Follow(instance, broker);
                follow.awaitFollowing();
                assertThat(follow.status().hint()).contains("SET GLOBAL log_bin_compress = OFF");

                desk.run("UPDATE chat SET note = '" + LONG_TEXT + "' WHERE id = 5; " + HelpDesk.closing(5));

                awaitPublished("5");
            }
        } finally {
            server.run("", "SET GLOBAL log_bin_compress = OFF");
        }
    }

    @ParameterizedTest
    @MethodSource("serversOfForeignStatements")
    void statementsOfOthersThatCannotBeParsedArePassedOverAndCounted(TestDatabase server) {
        var desk = HelpDesk.on(server, "beside").open(6);
        server.emptySchema("otherapp");
        server.run("otherapp", "CREATE TABLE t1 (id INT PRIMARY KEY, name VARCHAR(20))");
        try (var instance = start(desk, "SOURCE_COMPARE_EVERY=1h")) {
            var follow = new Follow(instance, broker);
            follow.awaitFollowing();
            follow.awaitPosition();

            assertThat(runWhatItCan(server, foreign(server)))
                    .as("statements that this server takes")
                    .isNotEmpty();
            desk.close(6);

            awaitPublished("6");
            var progress = instance.bean(FollowProgress.class).required();
            assertThat(progress.generation()).as("no position was lost").isEqualTo(1);
            assertThat(instance.bean(IgnoredStatements.class).count()).isPositive();
        }
    }

    /** In the words of each server. */
    private static List<String> foreign(TestDatabase server) {
        return server == EmbeddedMariaDb.shared()
                ? List.of(
                        "CREATE OR REPLACE VIEW v1 AS SELECT id, NTH_VALUE(name, 2) OVER (ORDER BY id) AS n FROM t1 EXCEPT ALL SELECT 1, 'x'",
                        "CREATE OR REPLACE PACKAGE pk AS PROCEDURE a(); END",
                        "CREATE FUNCTION f1(a INT) RETURNS INT RETURN (WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c WHERE n < 3) CYCLE n RESTRICT SELECT MAX(n) FROM c)",
                        "CREATE TABLE t3 (id INT, valid_from DATE, valid_to DATE, PERIOD FOR p (valid_from, valid_to), UNIQUE (id, p WITHOUT OVERLAPS)) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 WEEK AUTO PARTITIONS 3",
                        "CREATE SEQUENCE s1 START WITH 5 INCREMENT BY 2 NOCACHE CYCLE",
                        "CREATE OR REPLACE PROCEDURE p1() FOR i IN 1..3 DO SELECT i; END FOR")
                : List.of(
                        "CREATE VIEW v2 AS SELECT id, ROW_NUMBER() OVER w AS rn FROM t1 WINDOW w AS (PARTITION BY name ORDER BY id) QUALIFY ROW_NUMBER() OVER w = 1",
                        "CREATE TABLE t2 (id INT PRIMARY KEY, v VECTOR(3), CHECK (id > 0) NOT ENFORCED) ENGINE_ATTRIBUTE = '{\"x\":1}'",
                        "CREATE OR REPLACE VIEW v1 AS (SELECT id FROM t1 EXCEPT SELECT 5) INTERSECT SELECT id FROM t1",
                        "CREATE LIBRARY lib1 LANGUAGE JAVASCRIPT AS 'export function f(n) { return n }'");
    }

    private static List<String> runWhatItCan(TestDatabase server, List<String> statements) {
        return statements.stream().filter(sql -> isTaken(server, sql)).toList();
    }

    /** False for what this version of the server does not know. */
    private static boolean isTaken(TestDatabase server, String sql) {
        try {
            server.run("otherapp", sql);
            return true;
        } catch (DataAccessException unknown) {
            return false;
        }
    }

    private IngestInstance start(HelpDesk desk, String... settings) {
        var all = new ArrayList<>(Arrays.asList(settings));
        all.add("SOURCE_QUIET=200ms");
        return IngestInstance.start(broker, folder, desk.followed(folder), all.toArray(String[]::new));
    }

    private void awaitPublished(String id) {
        await().atMost(SOON).until(() -> published.of(id).size() == 1);
    }
}
