package dev.dictamen.gateway.acceptance;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.Evaluation.Skipped;
import dev.dictamen.contract.Event;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.SourceStatus;
import dev.dictamen.contract.Subject;
import dev.dictamen.contract.Topics;
import dev.dictamen.contract.Verdict;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.testing.data.Evaluations;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What the services before the gateway publish. */
final class Pipeline implements AutoCloseable {
    static final Topics TOPICS = ContractTopics.ALL;

    private final Producer<String, Object> producer = TestBroker.shared().producer();

    void send(Evaluation evaluation) {
        send(TOPICS.evaluation(), evaluation);
    }

    /** A bad chat of this team, judged just now. */
    void sendScored(String chatId, String team) {
        send(scored(chatId, team, Evaluations.verdict(Score.BAD, "Tardó.")));
    }

    static Scored scored(String chatId, String team, Verdict verdict) {
        return new Scored(head(chatId, team, Evaluation.LIVE_RUN), Evaluations.BY_MODEL, verdict, false);
    }

    static Skipped skipped(String chatId, @Nullable String team, String runId) {
        return new Skipped(head(chatId, team, runId), SkipReason.NO_AGENT_MESSAGE);
    }

    private static Evaluation.Of head(String chatId, @Nullable String team, String runId) {
        return Evaluations.of(chatId, 1, runId, new Subject("17", "Marta Ríos", team, "web", "es"), Instant.now());
    }

    void send(ReplicaStatus status) {
        send(TOPICS.replicaStatus(), status);
    }

    void send(SourceStatus status) {
        send(TOPICS.sourceStatus(), status);
    }

    void send(JudgePrompt prompt) {
        send(TOPICS.judgePrompt(), prompt);
    }

    void send(ReplayOrder order) {
        send(TOPICS.replayCommand(), order);
    }

    void send(ReplayReport report) {
        send(TOPICS.replayProgress(), report);
    }

    private void send(String topic, Event event) {
        producer.send(CloudEvents.record(topic, event, "test", null));
    }

    void sendPoison(byte[] value) {
        producer.send(new ProducerRecord<>(TOPICS.evaluation(), "poison", value));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
