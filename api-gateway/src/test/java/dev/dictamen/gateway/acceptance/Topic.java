package dev.dictamen.gateway.acceptance;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.Evaluation.Skipped;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.SourceStatus;
import dev.dictamen.contract.Subject;
import dev.dictamen.contract.Timeline;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What a worker publishes. */
final class Topic implements AutoCloseable {
    static final String EVALUATIONS = "support.chat.evaluation.v1";
    static final String REPLICAS = "support.replica.status.v1";
    static final String SOURCES = "support.source.status.v1";

    private final KafkaProducer<String, Object> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Broker.addresses(), "acks", "all", "linger.ms", 5),
            new StringSerializer(),
            ContractTypes.serializer());

    static Scored scored(String chatId, String team, Instant evaluatedAt) {
        return scored(chatId, team, evaluatedAt, "Tardó.");
    }

    static Scored scored(String chatId, String team, Instant evaluatedAt, String reason) {
        return new Scored(
                of(chatId, Evaluation.LIVE_RUN, new Subject("17", "Marta Ríos", team, "web", "es"), evaluatedAt),
                new Provenance(
                        new JudgedBy(JudgedBy.Kind.LLM, "gpt-oss", "gpu-1:8000", "vllm-simulator-1", "v1", "9f", true),
                        new Usage(10, 2, 3, 4),
                        1,
                        null),
                new Verdict(Score.BAD, reason, "Conviene saludar.", List.of(1, 3), List.of("repaired")),
                false);
    }

    static Skipped skipped(String chatId, @Nullable String team, String runId) {
        return new Skipped(
                of(chatId, runId, new Subject(null, null, team, null, null), Instant.now()),
                SkipReason.NO_AGENT_MESSAGE);
    }

    private static Evaluation.Of of(String chatId, String runId, Subject subject, Instant evaluatedAt) {
        return new Evaluation.Of(
                EvaluationId.of(chatId, 1, runId), chatId, 1, runId, subject, timeline(evaluatedAt));
    }

    private static Timeline timeline(Instant evaluatedAt) {
        return new Timeline(null, evaluatedAt, evaluatedAt, evaluatedAt);
    }

    void send(Evaluation evaluation) {
        producer.send(CloudEvents.record(EVALUATIONS, evaluation, "test", null));
    }

    void send(ReplicaStatus status) {
        producer.send(CloudEvents.record(REPLICAS, status, "test", null));
    }

    void send(SourceStatus status) {
        producer.send(CloudEvents.record(SOURCES, status, "test", null));
    }

    void sendPoison(byte[] value) {
        producer.send(new ProducerRecord<>(EVALUATIONS, "poison", value));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
