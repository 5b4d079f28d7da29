package dev.dictamen.worker.publish;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.PermanentFailureException;
import dev.dictamen.worker.WorkerProperties;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.stereotype.Component;

/** Publishes outcomes. Returns only after the broker has acknowledged; tries again for as long as that lasts. */
@Component
public class OutcomePublisher {
    private static final Logger log = LoggerFactory.getLogger(OutcomePublisher.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(30);
    private static final RetryTemplate UNTIL_ACKNOWLEDGED = untilAcknowledged();

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
        untilAcknowledged(
                () -> template.send(CloudEvents.record(topics.evaluation(), evaluation, worker.id(), record.headers()))
                        .get());
    }

    /** A record that holds no chat, or whose chat failed, to {@code <topic>-dlt}. */
    public void deadLetter(ConsumerRecord<String, Object> record, String cause) throws InterruptedException {
        log.warn(
                "event=dead-letter topic={} partition={} offset={}",
                record.topic(),
                record.partition(),
                record.offset());
        untilAcknowledged(() -> {
            try {
                deadLetters.accept(record, new PermanentFailureException(cause));
            } catch (KafkaException e) {
                passOverWhatCannotBeSent(record, e);
            }
            return record;
        });
    }

    /** A record that its headers make too large stays in its topic only. */
    private static void passOverWhatCannotBeSent(ConsumerRecord<String, Object> record, KafkaException failure) {
        if (!failure.contains(RecordTooLargeException.class)) {
            throw failure;
        }
        log.error(
                "event=dead-letter-too-large topic={} partition={} offset={}",
                record.topic(),
                record.partition(),
                record.offset());
    }

    private static void untilAcknowledged(Retryable<?> sending) throws InterruptedException {
        try {
            UNTIL_ACKNOWLEDGED.execute(sending);
        } catch (RetryException e) {
            // the policy has no other end
            var interruption = new InterruptedException("not acknowledged yet");
            interruption.initCause(e);
            throw interruption;
        }
    }

    private static RetryTemplate untilAcknowledged() {
        var template = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .delay(FIRST_PAUSE)
                .multiplier(2)
                .maxDelay(LAST_PAUSE)
                .excludes(InterruptedException.class)
                .build());
        template.setRetryListener(new RetryListener() {
            @Override
            public void beforeRetry(RetryPolicy policy, Retryable<?> sending, RetryState state) {
                log.warn("event=publish-again retry={}", state.getRetryCount(), state.getLastException());
            }
        });
        return template;
    }
}
