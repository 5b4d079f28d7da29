package dev.dictamen.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.guarantee.NothingLost;
import dev.dictamen.testing.guarantee.OneRowPerChat;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.process.ServiceJar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** The built jar killed without warning, and started before its database is there. */
class CrashIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RECORDS = 4_000;

    private final EmbeddedMariaDb database = EmbeddedMariaDb.shared();
    private final String url = database.emptySchema("crash");
    private final JdbcTemplate jdbc = database.jdbc("crash");
    private final NothingLost nothingLost = new NothingLost();

    @Test
    void killedInTheMiddleItGoesOnWhereItWasAndLeavesOneRowPerChat() {
        try (var first = start().awaitReady()) {
            send(0, RECORDS);
            await().atMost(PATIENCE).until(() -> !rows().isEmpty());
            first.kill();
        }
        send(RECORDS, 2 * RECORDS);
        try (var second = start()) {
            nothingLost.awaitHolds(PATIENCE, this::rows);
            OneRowPerChat.holdsFor(rows());
            assertThat(second.isAlive()).isTrue();
        }
    }

    @EnabledIfSystemProperty(named = "dictamen.long", matches = "true", disabledReason = "more of the same: --long")
    @Test
    void startedBeforeItsDatabaseItWaitsAndSaysSo() {
        database.stop();
        ServiceJar sink;
        try {
            sink = start();
            await().atMost(PATIENCE).until(() -> sink.log().contains("Retrying in"));
        } finally {
            database.start();
        }
        try (sink) {
            await().atMost(PATIENCE).until(sink::isReady);
        }
    }

    private ServiceJar start() {
        var settings = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", BROKER.addresses(),
                "DATABASE_URL", url,
                "DATABASE_USERNAME", database.username(),
                "DATABASE_PASSWORD", database.password(),
                "DATABASE_DIALECT", database.dialect());
        return ServiceJar.start("result-sink", settings, "-Xmx256m", "-XX:TieredStopAtLevel=1");
    }

    private void send(int from, int to) {
        var evaluations = IntStream.range(from, to)
                .mapToObj(number -> Evaluations.skipped("crash-" + number, 1, Chats.CLOSED))
                .toList();
        BROKER.send(ContractTopics.ALL.evaluation(), evaluations);
        nothingLost.sent(evaluations.stream().map(Evaluation::chatId).toList());
    }

    private List<String> rows() {
        return jdbc.query("SELECT chat_id FROM evaluation", (row, number) -> row.getString("chat_id"));
    }
}
