package dev.dictamen.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.sink.testing.Chats;
import dev.dictamen.sink.testing.Evaluations;
import dev.dictamen.sink.testing.SinkProcess;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** The built jar killed without warning, and started before its database is there. */
@EmbeddedKafka(partitions = 1)
class CrashIT {
    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RECORDS = 4_000;
    private static final Topics TOPICS = new Topics(
            "support.chat.found.v1",
            "support.chat.closed.v1",
            "support.chat.backlog.v1",
            "support.chat.replay.v1",
            "support.chat.evaluation.v1",
            "support.replica.status.v1",
            "support.replica.command.v1",
            "support.source.status.v1");

    private final EmbeddedMariaDb database = EmbeddedMariaDb.shared();
    private final Map<String, String> settings = new HashMap<>();
    private final JdbcTemplate jdbc;

    CrashIT(EmbeddedKafkaBroker broker) {
        var url = database.emptySchema("crash");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.getBrokersAsString());
        settings.put("KAFKA_REPLICATION_FACTOR", "1");
        settings.put("DATABASE_URL", url);
        settings.put("DATABASE_USERNAME", database.username());
        settings.put("DATABASE_PASSWORD", database.password());
        settings.put("DATABASE_DIALECT", database.dialect());
        jdbc = new JdbcTemplate(new DriverManagerDataSource(url, database.username(), database.password()));
    }

    @Test
    void killedInTheMiddleItGoesOnWhereItWasAndLeavesOneRowPerChat() throws Exception {
        try (var first = SinkProcess.start(settings)) {
            await().atMost(PATIENCE).until(first::isReady);
            send(0, RECORDS);
            await().atMost(PATIENCE).until(() -> rows() > 0);
            first.kill();
        }
        int atTheKill = rows();
        send(RECORDS, 2 * RECORDS);
        long restartedNs = System.nanoTime();
        try (var second = SinkProcess.start(settings)) {
            await().atMost(PATIENCE).until(() -> rows() > atTheKill);
            log.info(
                    "event=recovered rowsAtKill={} afterMs={}",
                    atTheKill,
                    (System.nanoTime() - restartedNs) / 1_000_000);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows()).isEqualTo(2 * RECORDS));
            assertThat(second.isAlive()).isTrue();
        }
    }

    @Test
    void startedBeforeItsDatabaseItWaitsAndSaysSo() throws Exception {
        database.stop();
        SinkProcess sink;
        try {
            sink = SinkProcess.start(settings);
            await().atMost(PATIENCE).until(() -> sink.log().contains("Retrying in"));
        } finally {
            database.start();
        }
        try (sink) {
            await().atMost(PATIENCE).until(sink::isReady);
        }
    }

    /** Sends and waits for every acknowledgement; one request at a time, since the topics are only just made. */
    private void send(int from, int to) throws Exception {
        Map<String, Object> producing = Map.of(
                "bootstrap.servers",
                settings.get("KAFKA_BOOTSTRAP_SERVERS"),
                "max.in.flight.requests.per.connection",
                1);
        var acknowledgements = new ArrayList<Future<RecordMetadata>>();
        try (var producer = new KafkaProducer<>(producing, new StringSerializer(), ContractTypes.serializer())) {
            for (int i = from; i < to; i++) {
                Evaluation evaluation = Evaluations.skipped("crash-" + i, 1, Chats.NOON);
                acknowledgements.add(
                        producer.send(new ProducerRecord<>(TOPICS.evaluation(), evaluation.chatId(), evaluation)));
            }
        }
        for (var acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
    }

    private int rows() {
        var count = jdbc.queryForObject("SELECT COUNT(*) FROM evaluation", Integer.class);
        return count == null ? 0 : count;
    }
}
