package dev.dictamen.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Timeline;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.worker.WorkerProperties;
import dev.dictamen.worker.testing.Conversations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.SendResult;

class OutcomePublisherTest {
    private static final RecordMetadata STORED = new RecordMetadata(new TopicPartition("evaluation", 0), 0, 0, 0, 0, 0);
    private static final ConsumerRecord<String, Object> RECORD = new ConsumerRecord<>("closed", 0, 0, "chat-1", "");
    private static final Evaluation SKIPPED = new Evaluation.Skipped(
            Evaluation.Of.chat(
                    Conversations.polite("chat-1"),
                    Evaluation.LIVE_RUN,
                    new Timeline(null, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH),
                    null),
            SkipReason.SPAM);

    private final UnreliableBroker broker = new UnreliableBroker();
    private final OutcomePublisher publisher = new OutcomePublisher(
            broker, new DeadLetterPublishingRecoverer(broker), ContractTopics.ALL, new WorkerProperties("worker-1", 8));

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    @Test
    void triesUntilTheBrokerAcknowledges() throws Exception {
        broker.refusals = 2;

        publisher.publish(SKIPPED, RECORD);

        assertThat(broker.sent).hasSize(3).extracting(ProducerRecord::value).containsOnly(SKIPPED);
    }

    @Test
    void anInterruptionEndsTheWaitingAndLeavesTheOutcomeUnpublished() {
        broker.refusals = Integer.MAX_VALUE;
        broker.interruptsAt = 2;

        assertThatThrownBy(() -> publisher.publish(SKIPPED, RECORD)).isInstanceOf(InterruptedException.class);
        assertThat(broker.sent).hasSize(2);
    }

    /** Refuses some sends, by a failed future and by an exception in turn, and may interrupt who sends. */
    private static final class UnreliableBroker extends KafkaTemplate<String, Object> {
        private final List<ProducerRecord<String, Object>> sent = new ArrayList<>();
        private int refusals;
        private int interruptsAt;

        UnreliableBroker() {
            super(new DefaultKafkaProducerFactory<>(Map.of()));
        }

        @Override
        public CompletableFuture<SendResult<String, Object>> send(ProducerRecord<String, Object> record) {
            sent.add(record);
            if (sent.size() == interruptsAt) {
                Thread.currentThread().interrupt();
            }
            if (sent.size() > refusals) {
                return CompletableFuture.completedFuture(new SendResult<>(record, STORED));
            }
            if (sent.size() % 2 == 0) {
                throw new KafkaException("no broker");
            }
            return CompletableFuture.failedFuture(new TimeoutException("no broker"));
        }
    }
}
