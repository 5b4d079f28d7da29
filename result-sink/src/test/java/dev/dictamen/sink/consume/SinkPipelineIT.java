package dev.dictamen.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Groups;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Subject;
import dev.dictamen.contract.Topics;
import dev.dictamen.sink.SinkApplication;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.utils.ContainerTestUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The service from its topics to its tables, on a real broker and a real database. It leaves its groups when it is done. */
@DirtiesContext
@SpringBootTest(
        classes = SinkApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "KAFKA_REPLICATION_FACTOR=1",
            "MANAGEMENT_ADDRESS=127.0.0.1",
            "SINK_MANAGEMENT_PORT=0",
            "spring.datasource.hikari.connection-init-sql=SET innodb_lock_wait_timeout = 1",
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.kafka.consumer.max-poll-interval=8s"
        })
class SinkPipelineIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OUTAGE = Duration.ofSeconds(12);

    @Autowired
    private KafkaTemplate<String, Object> template;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private ListenersHealthIndicator health;

    @Autowired
    private Topics topics;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Groups groups;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("KAFKA_BOOTSTRAP_SERVERS", BROKER::addresses);
        var database = EmbeddedMariaDb.shared();
        var url = database.emptySchema("pipeline");
        registry.add("DATABASE_URL", () -> url);
        registry.add("DATABASE_USERNAME", database::username);
        registry.add("DATABASE_PASSWORD", database::password);
        registry.add("DATABASE_DIALECT", database::dialect);
    }

    @BeforeEach
    void awaitPartitions() {
        ContainerTestUtils.waitForAssignment(Objects.requireNonNull(listeners.getListenerContainer("chats")), 24);
        ContainerTestUtils.waitForAssignment(Objects.requireNonNull(listeners.getListenerContainer("evaluations")), 12);
    }

    @Test
    void storesChatsOfBothLanesAndTheirEvaluations() {
        send(topics.closed(), "live-1", Chats.any("live-1"));
        send(topics.backlog(), "bulk-1", Chats.any("bulk-1"));
        send(topics.evaluation(), "live-1", Evaluations.scored("live-1", 1, Chats.CLOSED, Score.GREAT));

        awaitRows("chat", "live-1", 1);
        awaitRows("chat", "bulk-1", 1);
        awaitRows("evaluation", "live-1", 1);
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aPoisonRecordIsDeadLetteredWithHeadersWhileItsBatchGoesOn() {
        sendTo(3, topics.closed(), "poison-before", Chats.any("poison-before"));
        sendTo(3, topics.closed(), "poison-json", "{not json".getBytes(StandardCharsets.UTF_8));
        sendTo(3, topics.closed(), "poison-null", null);
        sendTo(3, topics.closed(), null, Chats.any("poison-keyless"));
        sendTo(3, topics.closed(), "poison-long", withAgent("poison-long", "n".repeat(300)));
        sendTo(3, topics.closed(), "poison-after", Chats.any("poison-after"));

        awaitRows("chat", "poison-after", 1);
        awaitRows("chat", "poison-%", 2);
        var letters = lettersOf(topics.closed(), 4);
        assertThat(letters).allSatisfy(SinkPipelineIT::assertTellsItsOrigin);
        assertThat(letters)
                .extracting(letter -> letter.key() + "")
                .contains("poison-json", "poison-null", "null", "poison-long");
        assertThat(letters).extracting(letter -> letter.value() + "").contains("{not json", "null");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(setAside(topics.closed() + "/3/%"))
                        .containsExactlyInAnyOrder("poison-json null", "poison-null null", "null 1", "poison-long 1"));
    }

    /** Chat and revision of each row of the account of dead letters. */
    private List<String> setAside(String places) {
        return jdbc.query(
                "SELECT CONCAT(COALESCE(chat_id, 'null'), ' ', COALESCE(revision, 'null')) FROM dead_letter"
                        + " WHERE place LIKE ? AND consumer_group = 'result-sink-chats'",
                (row, number) -> row.getString(1),
                places);
    }

    @Test
    void aPoisonEvaluationStopsNobody() {
        var broken = Evaluations.scored("bad-1", 1, Chats.CLOSED, Evaluations.verdict(Score.BAD, "r".repeat(501)));
        sendTo(5, topics.evaluation(), "bad-1", broken);
        sendTo(5, topics.evaluation(), "bad-2", Evaluations.skipped("bad-2", 1, Chats.CLOSED));

        awaitRows("evaluation", "bad-2", 1);
        assertThat(lettersOf(topics.evaluation(), 1).getFirst().key()).isEqualTo("bad-1");
        awaitRows("evaluation", "bad-1", 0);
        awaitRows("dead_letter", "bad-1", 1);
    }

    @Test
    void aRowThatAnotherWriterHoldsIsWaitedForAndWrittenThen() {
        send(topics.closed(), "held-1", Chats.any("held-1"));
        awaitRows("chat", "held-1", 1);

        long waitsBefore = lockWaits();
        transaction.executeWithoutResult(status -> {
            jdbc.queryForList("SELECT * FROM chat WHERE chat_id = 'held-1' FOR UPDATE");
            send(topics.closed(), "held-1", Chats.any("held-1").withRevision(2));
            await().atMost(PATIENCE).until(() -> lockWaits() >= waitsBefore + 2);
        });

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                jdbc.queryForObject("SELECT revision FROM chat WHERE chat_id = 'held-1'", Long.class))
                        .isEqualTo(2));
        assertThat(lettersOf(topics.closed(), 0)).noneMatch(letter -> "held-1".equals(letter.key()));
    }

    /** How often a statement began to wait for a lock; the second time means that the first wait ended in an error. */
    private long lockWaits() {
        var counter = "SELECT variable_value FROM information_schema.global_status"
                + " WHERE variable_name = 'Innodb_row_lock_waits'";
        return Long.parseLong(String.valueOf(jdbc.queryForObject(counter, String.class)));
    }

    @Test
    void anOutageOfTheDatabaseLongerThanThePollIntervalLosesNothingAndNobodyLeavesTheGroup() throws Exception {
        var members = membersOf(groups.sinkEvaluations());
        EmbeddedMariaDb.shared().stop();
        try {
            IntStream.range(0, 300)
                    .forEach(i ->
                            send(topics.evaluation(), "out-" + i, Evaluations.skipped("out-" + i, 1, Chats.CLOSED)));
            await().during(OUTAGE)
                    .atMost(PATIENCE)
                    .until(() -> membersOf(groups.sinkEvaluations()).equals(members));
        } finally {
            EmbeddedMariaDb.shared().start();
        }

        awaitRows("evaluation", "out-%", 300);
        assertThat(membersOf(groups.sinkEvaluations())).isEqualTo(members);
    }

    private Set<String> membersOf(String group) throws InterruptedException, ExecutionException {
        try (var admin = BROKER.admin()) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(found -> found.members().stream())
                    .map(MemberDescription::consumerId)
                    .collect(Collectors.toSet());
        }
    }

    private void awaitRows(String table, String idPattern, int count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(jdbc.queryForObject(
                                "SELECT COUNT(*) FROM " + table + " WHERE chat_id LIKE ?", Integer.class, idPattern))
                        .isEqualTo(count));
    }

    private void send(String topic, String key, Object value) {
        template.send(topic, key, value);
    }

    @SuppressWarnings("NullAway") // a null is the point
    private void sendTo(int partition, String topic, @Nullable String key, @Nullable Object value) {
        template.send(new ProducerRecord<>(topic, partition, key, value));
    }

    private static void assertTellsItsOrigin(TopicReader.Seen<String> letter) {
        assertThat(letter.headers())
                .containsKeys(
                        "kafka_dlt-original-topic", "kafka_dlt-original-offset", "kafka_dlt-exception-cause-fqcn");
        assertThat(letter.headers().get("kafka_dlt-original-consumer-group")).startsWith("result-sink-");
    }

    private static List<TopicReader.Seen<String>> lettersOf(String topic, int atLeast) {
        try (var reader = TopicReader.ofText(BROKER.addresses(), Topics.deadLetter(topic))) {
            return await().atMost(PATIENCE).until(reader::all, letters -> letters.size() >= atLeast);
        }
    }

    private static ClosedChat withAgent(String id, String agentName) {
        var subject = new Subject("17", agentName, null, null, null);
        return Chats.of(id, subject, Chats.CLOSED, List.of(), null);
    }
}
