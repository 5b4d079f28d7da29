package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Topics;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Chats of which every message holds a word that nobody else says, so that it can be searched for. */
final class MarkedChats {
    private static final String MARKER = "zarzaparrillaconnueces";
    private static final String CLOSED = ContractTopics.ALL.closed();
    private static final int TOO_LONG = 400_000;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final RunningStack stack;

    MarkedChats(RunningStack stack) {
        this.stack = stack;
    }

    /** One that is judged, one too large, one that is no chat, and a body that is not JSON. */
    void sendAcceptedAndRejected() throws Exception {
        var judged = GeneratedChats.saying("marked-judged", MARKER);
        var tooLarge = GeneratedChats.saying("marked-large", MARKER + "x".repeat(TOO_LONG));
        var noChat = "{\"conversation_id\": \"marked-none\", \"transcript\": \"" + MARKER + "\"}";
        try (var ingest = new IngestApi(stack)) {
            assertThat(ingest.send(judged, tooLarge, noChat, "{" + MARKER)).isEqualTo(200);
        }
        try (var rows = new StoredRows(stack)) {
            await().atMost(SOON).until(() -> rows.scoredByModel("marked-judged") == 1);
            assertThat(rows.hasChat("marked-large")).isFalse();
        }
    }

    /** One whose verdicts are never right: it fails, and is a dead letter. */
    void sendOneThatFails() throws Exception {
        var replicas = Replicas.of(stack);
        replicas.giveVerdictsWithoutAScore();
        try (var ingest = new IngestApi(stack);
                var rows = new StoredRows(stack)) {
            assertThat(ingest.send(GeneratedChats.saying("marked-failing", MARKER)))
                    .isEqualTo(200);
            await().atMost(SOON).until(() -> rows.failed("marked-failing") == 1);
        } finally {
            replicas.comeBack();
        }
        awaitDeadLetter("marked-failing");
    }

    /** One that its reader cannot parse, past ingest-service. */
    void sendPoison() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(CLOSED, "marked-poison", "{\"chatId\": \"" + MARKER))
                    .get();
        }
        awaitDeadLetter("marked-poison");
    }

    private void awaitDeadLetter(String key) throws IOException {
        try (var letters = TopicReader.ofText(brokers(), Topics.deadLetter(CLOSED))) {
            await().atMost(SOON).until(() -> letters.keys().contains(key));
        }
    }

    private String brokers() throws IOException {
        return stack.settings().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
    }

    /** The files of this stack's logs in which the word stands. */
    List<Path> logsThatTell() throws IOException {
        try (var files = Files.walk(stack.home().resolve("logs"));
                var outputs = Files.list(stack.home())) {
            return Stream.concat(files, outputs.filter(file -> file.toString().endsWith(".out")))
                    .filter(Files::isRegularFile)
                    .filter(MarkedChats::tells)
                    .toList();
        }
    }

    private static boolean tells(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARKER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
