package dev.dictamen.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.worker.evaluate.Evaluators;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.publish.Publishers;
import dev.dictamen.worker.testing.Conversations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** Whatever our own code does with a chat, its record ends. */
class ChatProcessorTest {
    private static final ConsumerRecord<String, Object> RECORD =
            new ConsumerRecord<>("closed", 0, 0, "chat-1", Conversations.polite("chat-1"));

    private final AcknowledgingBroker broker = new AcknowledgingBroker();

    static Stream<Throwable> mistakes() {
        return Stream.of(
                new IllegalStateException("a mistake of ours"),
                new StackOverflowError(),
                new OutOfMemoryError("a length that no array has"),
                new NoClassDefFoundError("Absent"),
                new AssertionError("cannot be"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aChatAtWhichOurOwnCodeFailsEndsAsFailedWithTheReason(Throwable mistake) throws Exception {
        processor(question -> {
                    if (mistake instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) mistake;
                })
                .process(RECORD, Lane.LIVE);

        var outcome = (Evaluation.Failed) broker.sent.getLast().value();
        assertThat(outcome.reason()).isEqualTo(FailureReason.INTERNAL_ERROR);
        assertThat(outcome.detail()).isEqualTo(mistake.getClass().getSimpleName());
    }

    @Test
    void anInterruptionLeavesTheChatToASuccessor() {
        var processor = processor(question -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> processor.process(RECORD, Lane.LIVE)).isInstanceOf(InterruptedException.class);
        assertThat(broker.sent).isEmpty();
    }

    private ChatProcessor processor(Judge judge) {
        return new ChatProcessor(
                Evaluators.asking(judge), Publishers.sendingBy(broker), new OutcomeMetrics(new SimpleMeterRegistry()));
    }

    private static final class AcknowledgingBroker extends KafkaTemplate<String, Object> {
        private static final RecordMetadata STORED =
                new RecordMetadata(new TopicPartition("evaluation", 0), 0, 0, 0, 0, 0);

        private final List<ProducerRecord<String, Object>> sent = new ArrayList<>();

        AcknowledgingBroker() {
            super(new DefaultKafkaProducerFactory<>(Map.of()));
        }

        @Override
        public CompletableFuture<SendResult<String, Object>> send(ProducerRecord<String, Object> record) {
            sent.add(record);
            return CompletableFuture.completedFuture(new SendResult<>(record, STORED));
        }
    }
}
