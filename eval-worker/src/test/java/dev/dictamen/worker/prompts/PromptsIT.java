package dev.dictamen.worker.prompts;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import dev.dictamen.worker.testing.Closing;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.testing.Outcomes;
import dev.dictamen.worker.testing.StubReplica;
import dev.dictamen.worker.testing.WorkerProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions of the prompt, and chats of replays, on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromptsIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final Topics TOPICS = ContractTopics.ALL;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PARTITIONS = 12;
    private static final String RUN = "r-20261121-k3xq";

    private StubReplica replica;
    private WorkerProcess worker;
    private Outcomes outcomes;
    private KafkaProducer<String, Object> sender;

    @BeforeAll
    void start() throws Exception {
        replica = StubReplica.start();
        worker = WorkerProcess.start("worker-1", BROKER, replica);
        outcomes = new Outcomes(BROKER);
        sender = transactional();
        worker.awaitReading();
    }

    @AfterAll
    void stop() {
        sender.close();
        outcomes.close();
        worker.close();
        replica.close();
    }

    @Test
    void theVersionThatTheSoftwareBringsIsPublishedAndLive() {
        try (var prompts = TopicReader.of(BROKER.addresses(), JudgePrompt.class, TOPICS.judgePrompt())) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(prompts.keys()).contains("2026-11-3", JudgePrompt.LIVE));
        }
    }

    @Test
    void aReplayedChatIsAskedWithItsOwnVersionAndBelongsToItsRun() {
        BROKER.send(TOPICS.judgePrompt(), KnownPrompts.named("asked-otherwise"));

        replay("otherwise", new Ask("asked-otherwise", null, 0.7, 11), "replace");

        var scored = (Evaluation.Scored) outcomeOf("otherwise");
        assertThat(scored.runId()).isEqualTo(RUN);
        assertThat(scored.replaces()).isEqualTo(Evaluation.LIVE_RUN);
        assertThat(scored.judge().promptVersion()).isEqualTo("asked-otherwise");
        assertThat(scored.judge().askedHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void aVersionThatNobodyPublishedFailsTheChatWithItsName() {
        replay("unknown", Ask.with("2031-1"), "compare");

        var failed = (Evaluation.Failed) outcomeOf("unknown");
        assertThat(failed.reason()).isEqualTo(FailureReason.UNKNOWN_PROMPT);
        assertThat(failed.detail()).contains("2031-1");
        assertThat(failed.replaces()).isNull();
        try (var letters = TopicReader.ofText(BROKER.addresses(), Topics.deadLetter(TOPICS.replay()))) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(letters.of("unknown-0")).hasSize(1));
        }
    }

    @Test
    void liveChatsAreAskedWithAnotherVersionFromTheRecordThatSaysSoOn() {
        var version = KnownPrompts.named("promoted");
        var now = new JudgePrompt.Live(Ask.with("promoted"), null, null, "ana", Instant.now());
        BROKER.send(TOPICS.judgePrompt(), version, now);

        await().atMost(SOON).until(() -> {
            var id = "promoted-" + System.nanoTime();
            Closing.live(BROKER, id, 1);
            return "promoted".equals(((Evaluation.Scored) outcomeOf(id)).judge().promptVersion());
        });
        BROKER.send(
                TOPICS.judgePrompt(), new JudgePrompt.Live(Ask.with("2026-11-3"), null, null, "ana", Instant.now()));
    }

    @Test
    void whatATransactionDidNotCommitIsNeverAskedAndItsMarkersLeaveNoLag() throws Exception {
        sender.beginTransaction();
        sender.send(record("aborted", Ask.with("2026-11-3"), "compare"));
        sender.flush();
        sender.abortTransaction();
        replay("committed", Ask.with("2026-11-3"), "compare");

        outcomeOf("committed");
        await().atMost(SOON).untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(outcomes.of("aborted")).isEmpty();
    }

    private void replay(String id, Ask ask, String mode) {
        sender.beginTransaction();
        sender.send(record(id, ask, mode));
        sender.commitTransaction();
    }

    private static ProducerRecord<String, Object> record(String id, Ask ask, String mode) {
        var record = CloudEvents.record(TOPICS.replay(), Conversations.polite(id + "-0"), "test", null);
        put(record, EventHeaders.RUN_ID, RUN);
        put(record, EventHeaders.ASK, ContractJson.mapper().writeValueAsString(ask));
        put(record, EventHeaders.MODE, mode);
        return record;
    }

    private static void put(ProducerRecord<String, Object> record, String header, String value) {
        record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
    }

    private Evaluation outcomeOf(String id) {
        await().atMost(SOON).until(() -> !outcomes.of(id + "-0").isEmpty());
        return outcomes.of(id + "-0").getFirst();
    }

    private static long lag() throws Exception {
        try (var admin = BROKER.admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                            ContractTopics.GROUPS.bulk())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(IntStream.range(0, PARTITIONS)
                            .mapToObj(number -> new TopicPartition(TOPICS.replay(), number))
                            .collect(toMap(Function.identity(), partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(committed.get(end.getKey())))
                    .sum();
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static KafkaProducer<String, Object> transactional() {
        BROKER.create(TOPICS.replay());
        var settings = new HashMap<String, Object>(BROKER.connection());
        settings.put("transactional.id", "replay");
        var producer = new KafkaProducer<>(settings, new StringSerializer(), ContractTypes.serializer());
        producer.initTransactions();
        return producer;
    }
}
