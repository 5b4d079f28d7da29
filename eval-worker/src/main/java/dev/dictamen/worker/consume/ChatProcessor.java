package dev.dictamen.worker.consume;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.worker.evaluate.Evaluator;
import dev.dictamen.worker.evaluate.Run;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.publish.OutcomePublisher;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * One record in, one acknowledged outcome out. An error of ours while evaluating is tried again a few times, then becomes a
 * failure, whatever it was; a record that fails outside of that becomes a dead letter. Only an interruption goes on.
 */
@Component
class ChatProcessor {
    private static final Logger log = LoggerFactory.getLogger(ChatProcessor.class);
    private static final RetryTemplate A_FEW_TIMES = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(2)
            .delay(Duration.ofMillis(200))
            .multiplier(2)
            .excludes(InterruptedException.class, VirtualMachineError.class, LinkageError.class)
            .build());

    private final Evaluator evaluator;
    private final OutcomePublisher publisher;
    private final OutcomeMetrics metrics;

    ChatProcessor(Evaluator evaluator, OutcomePublisher publisher, OutcomeMetrics metrics) {
        this.evaluator = evaluator;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Returns when the broker has acknowledged the outcome; an interruption leaves the record to a successor. */
    void process(ConsumerRecord<String, Object> record, Lane lane) throws InterruptedException {
        try {
            judge(record, lane);
        } catch (RuntimeException | Error e) {
            log.error("event=record-failed partition={} offset={}", record.partition(), record.offset(), e);
            publisher.deadLetter(record, e.getClass().getSimpleName());
            metrics.countPoison();
        }
    }

    private void judge(ConsumerRecord<String, Object> record, Lane lane) throws InterruptedException {
        var run = RunHeaders.read(record.headers());
        if (record.value() instanceof ClosedChat chat && run != null) {
            var evaluation = evaluate(chat, run, lane);
            publisher.publish(evaluation, record);
            metrics.count(evaluation);
        } else {
            publisher.deadLetter(record, run == null ? "headers of no run" : "no closed chat in the record");
            metrics.countPoison();
        }
    }

    private Evaluation evaluate(ClosedChat chat, Run run, Lane lane) throws InterruptedException {
        try {
            return A_FEW_TIMES.execute(() -> evaluator.evaluate(chat, run, lane));
        } catch (RetryException e) {
            return switch (e.getCause()) {
                case InterruptedException interruption -> throw interruption;
                case Throwable failure -> failed(chat, run, failure);
            };
        }
    }

    private Evaluation failed(ClosedChat chat, Run run, Throwable failure) {
        log.error("event=evaluation-failed chat={} revision={}", chat.chatId(), chat.revision(), failure);
        return evaluator.failed(chat, run, failure.getClass().getSimpleName());
    }
}
