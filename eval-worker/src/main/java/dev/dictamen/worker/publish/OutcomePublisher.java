package dev.dictamen.worker.publish;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.PermanentFailureException;
import dev.dictamen.worker.WorkerProperties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.stereotype.Component;

/** Publishes outcomes. Returns only after the broker has acknowledged; waits for as long as the broker is away. */
@Component
public class OutcomePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomePublisher.class);
    private static final long PAUSE_MS = 1_000;

    private final KafkaTemplate<String, Object> template;
    private final DeadLetterPublishingRecoverer deadLetters;
    private final Topics topics;
    private final WorkerProperties worker;

    OutcomePublisher(
            KafkaTemplate<String, Object> template,
            DeadLetterPublishingRecoverer deadLetters,
            Topics topics,
            WorkerProperties worker) {
        this.template = template;
        this.deadLetters = deadLetters;
        this.topics = topics;
        this.worker = worker;
    }

    /** The outcome of the chat in {@code record}; a failed one leaves its chat in the dead letters too. */
    public void publish(Evaluation evaluation, ConsumerRecord<String, Object> record) throws InterruptedException {
        if (evaluation instanceof Evaluation.Failed failed) {
            deadLetter(record, failed.reason() + ": " + failed.detail());
        }
        untilAcknowledged(() -> {
            template.send(CloudEvents.record(topics.evaluation(), evaluation, worker.id(), record.headers()))
                    .get();
        });
    }

    /** A record that holds no chat, or whose chat failed, to {@code <topic>-dlt}. */
    public void deadLetter(ConsumerRecord<String, Object> record, String cause) throws InterruptedException {
        LOG.warn("topic={} partition={} offset={} dead letter", record.topic(), record.partition(), record.offset());
        untilAcknowledged(() -> {
            try {
                deadLetters.accept(record, new PermanentFailureException(cause));
            } catch (KafkaException e) {
                passOverWhatCannotBeSent(record, e);
            }
        });
    }

    /** A record that its headers make too large stays in its topic only. */
    private static void passOverWhatCannotBeSent(ConsumerRecord<String, Object> record, KafkaException failure) {
        if (!failure.contains(RecordTooLargeException.class)) {
            throw failure;
        }
        LOG.error(
                "topic={} partition={} offset={} too large for a dead letter",
                record.topic(),
                record.partition(),
                record.offset());
    }

    private static void untilAcknowledged(Sending sending) throws InterruptedException {
        while (true) {
            try {
                sending.send();
                return;
            } catch (ExecutionException | KafkaException e) {
                LOG.warn("not acknowledged, trying again: {}", e.getMessage());
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    private interface Sending {
        void send() throws InterruptedException, ExecutionException;
    }
}
