package dev.dictamen.ingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.Topics;
import dev.dictamen.ingest.testing.SeenChats;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.testing.kafka.ContractTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate's stream, in a driver without a broker. */
class GateTopologyTest {
    private static final Topics TOPICS = ContractTopics.ALL;
    private static final Instant WRITTEN = Instant.parse("2026-11-20T10:00:01Z");

    private static final int BULK_ABOVE = 1_000;

    @TempDir
    private Path stateDir;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> found;
    private TestOutputTopic<String, byte[]> closed;
    private TestOutputTopic<String, byte[]> backlog;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        var topology = new Topology();
        new GateTopology(
                        new Lanes(TOPICS, Duration.ofMinutes(10), BULK_ABOVE),
                        new DeadLetters(ContractTopics.GROUPS.gate()),
                        new GateMetrics(meters))
                .addTo(topology);
        var settings = new Properties();
        settings.put("application.id", "dictamen-gate");
        settings.put("bootstrap.servers", "none:1");
        settings.put("state.dir", stateDir.toString());
        driver = new TopologyTestDriver(topology, settings);
        found = driver.createInputTopic(TOPICS.found(), new StringSerializer(), new ByteArraySerializer());
        closed = output(TOPICS.closed());
        backlog = output(TOPICS.backlog());
        deadLetters = output(Topics.deadLetter(TOPICS.found()));
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aNewChatGoesOnUnderTheTimeOfItsRecord() {
        pipe(SeenChats.saying("c-1", "Hola"), WRITTEN);

        var record = closed.readRecord();
        assertThat(record.key()).isEqualTo("c-1");
        assertThat(read(record)).isEqualTo(SeenChats.saying("c-1", "Hola").withRevision(WRITTEN.toEpochMilli()));
    }

    @Test
    void whatBreaksWhatReadsItGoesToTheDeadLettersAndTheNextGoesOn() {
        pipe(SeenChats.of("c-1", "http", SeenChats.SEEN, Instant.MAX, "Hola"), WRITTEN);
        pipe(SeenChats.saying("c-2", "Hola"), WRITTEN);

        assertThat(deadLetters.readRecord().key()).isEqualTo("c-1");
        assertThat(closed.readRecord().key()).isEqualTo("c-2");
    }

    @Test
    void theHeadersAreTheLanesAndTheTraceIsTheSenders() {
        var sent = pipe(SeenChats.saying("c-1", "Hola"), WRITTEN);

        var record = closed.readRecord();
        assertThat(header(record, EventHeaders.TYPE)).isEqualTo(TOPICS.closed());
        assertThat(header(record, EventHeaders.ID)).isEqualTo("c-1/" + WRITTEN.toEpochMilli());
        assertThat(record.headers().lastHeader(EventHeaders.TRACE_PARENT))
                .isEqualTo(sent.lastHeader(EventHeaders.TRACE_PARENT));
    }

    @Test
    void theSameContentAgainGoesNoFurther() {
        pipe(SeenChats.saying("c-1", "Hola"), WRITTEN);
        pipe(
                SeenChats.of("c-1", "cdc", SeenChats.SEEN.plusSeconds(9), SeenChats.SEEN.minusSeconds(60), "Hola"),
                WRITTEN);

        assertThat(closed.readRecordsToList()).hasSize(1);
        assertThat(counted("unchanged")).isEqualTo(1);
    }

    @Test
    void eachChangeGoesOnWithAHigherRevision() {
        pipe(SeenChats.saying("c-1", "Hola"), WRITTEN);
        pipe(SeenChats.saying("c-1", "Hola."), WRITTEN);
        pipe(SeenChats.saying("c-1", "Hola"), WRITTEN);

        long first = WRITTEN.toEpochMilli();
        assertThat(closed.readRecordsToList())
                .extracting(record -> read(record).revision())
                .containsExactly(first, first + 1, first + 2);
    }

    @Test
    void aRecordSeenAgainAfterACrashGoesOnAgainUnderTheSameRevision() {
        var chat = SeenChats.saying("c-1", "Hola");
        remember("c-1", new LastEmitted(ContentHash.of(chat), 77, 0, 0, LastEmitted.NO_TIME));

        pipe(chat, WRITTEN);

        assertThat(read(closed.readRecord()).revision()).isEqualTo(77);
    }

    @Test
    void anOlderRecordSeenAgainAfterACrashGoesNoFurther() {
        var later = SeenChats.saying("c-1", "Hola.");
        remember("c-1", new LastEmitted(ContentHash.of(later), WRITTEN.toEpochMilli() + 5, 0, 5, LastEmitted.NO_TIME));

        pipe(SeenChats.saying("c-1", "Hola"), WRITTEN);

        assertThat(closed.isEmpty()).isTrue();
        assertThat(counted("outdated")).isEqualTo(1);
    }

    @Test
    void onlyAChatThatClosedLongBeforeItWasSeenGoesToTheBacklog() {
        pipe(SeenChats.closedBefore(Duration.ofMinutes(11)), WRITTEN);
        assertThat(closed.isEmpty()).isTrue();
        assertThat(backlog.readRecordsToList()).hasSize(1);

        pipe(SeenChats.closedBefore(Duration.ofMinutes(10)), WRITTEN);
        pipe(SeenChats.closedBefore(null), WRITTEN);
        pipe(SeenChats.closedBefore(Duration.ofDays(-1)), WRITTEN);
        assertThat(closed.readRecordsToList()).hasSize(3);
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void aChatThatIsVeryLongGoesToTheBacklogTooSoThatLiveChatsDoNotWait() {
        pipe(SeenChats.saying("c-1", "x".repeat(BULK_ABOVE)), WRITTEN);
        pipe(SeenChats.saying("c-2", "x".repeat(BULK_ABOVE + 1)), WRITTEN);

        assertThat(closed.readRecordsToList()).extracting(TestRecord::key).containsExactly("c-1");
        assertThat(backlog.readRecordsToList()).extracting(TestRecord::key).containsExactly("c-2");
    }

    @Test
    void whatIsNotAChatOfItsKeyGoesToTheDeadLettersUntouched() {
        var chat = ContractJson.mapper().writeValueAsBytes(SeenChats.saying("c-1", "Hola"));
        found.pipeInput("c-1", "{broken".getBytes(StandardCharsets.UTF_8), WRITTEN);
        found.pipeInput("c-1", "null".getBytes(StandardCharsets.UTF_8), WRITTEN);
        found.pipeInput("c-1", "{}".getBytes(StandardCharsets.UTF_8), WRITTEN);
        found.pipeInput("c-2", chat, WRITTEN);
        found.pipeInput("c-1", chat, WRITTEN);

        var letters = deadLetters.readRecordsToList();
        assertThat(letters).hasSize(4);
        assertThat(letters.getFirst().value()).asString().isEqualTo("{broken");
        assertThat(header(letters.getFirst(), "kafka_dlt-original-consumer-group"))
                .isEqualTo("dictamen-gate");
        assertThat(header(letters.getFirst(), "kafka_dlt-original-topic")).isEqualTo(TOPICS.found());
        assertThat(letters.get(1)
                        .headers()
                        .lastHeader("kafka_dlt-original-offset")
                        .value())
                .isEqualTo(new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(closed.readRecordsToList()).hasSize(1);
    }

    private Headers pipe(ClosedChat chat, Instant at) {
        var headers = CloudEvents.headers(TOPICS.found(), chat, "ingest-service", null);
        found.pipeInput(new TestRecord<>(
                chat.chatId(), ContractJson.mapper().writeValueAsBytes(chat), new RecordHeaders(headers), at));
        return headers;
    }

    private void remember(String chatId, LastEmitted last) {
        KeyValueStore<String, LastEmitted> store = driver.getKeyValueStore(GateTopology.STORE);
        store.put(chatId, last);
    }

    private double counted(String outcome) {
        return meters.counter("gate.chats", "outcome", outcome).count();
    }

    private static ClosedChat read(TestRecord<String, byte[]> record) {
        return ContractJson.mapper().readValue(record.value(), ClosedChat.class);
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
