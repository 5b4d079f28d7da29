package dev.dictamen.worker.consume;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.worker.evaluate.Evaluator;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.publish.OutcomePublisher;
import java.nio.charset.StandardCharsets;
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
 * failure.
 */
@Component
class ChatProcessor {
    private static final Logger log = LoggerFactory.getLogger(ChatProcessor.class);
    private static final RetryTemplate A_FEW_TIMES = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(2)
            .delay(Duration.ofMillis(200))
            .multiplier(2)
            .predicate(ChatProcessor::isErrorOfOurs)
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
        if (record.value() instanceof ClosedChat chat) {
            var evaluation = evaluate(chat, runOf(record), lane);
            publisher.publish(evaluation, record);
            metrics.count(evaluation);
        } else {
            publisher.deadLetter(record, "no closed chat in the record");
            metrics.countPoison();
        }
    }

    private Evaluation evaluate(ClosedChat chat, String runId, Lane lane) throws InterruptedException {
        try {
            return A_FEW_TIMES.execute(() -> evaluator.evaluate(chat, runId, lane));
        } catch (RetryException e) {
            return switch (e.getCause()) {
                case InterruptedException interruption -> throw interruption;
                case Throwable failure when isErrorOfOurs(failure) -> failed(chat, runId, failure);
                case Throwable fatal -> throw new IllegalStateException(fatal);
            };
        }
    }

    private static boolean isErrorOfOurs(Throwable failure) {
        return failure instanceof RuntimeException || failure instanceof StackOverflowError;
    }

    private Evaluation failed(ClosedChat chat, String runId, Throwable failure) {
        log.error("event=evaluation-failed chat={} revision={}", chat.chatId(), chat.revision(), failure);
        return evaluator.failed(chat, runId, failure.getClass().getSimpleName());
    }

    private static String runOf(ConsumerRecord<String, Object> record) {
        var header = record.headers().lastHeader(EventHeaders.RUN_ID);
        return header == null || header.value() == null
                ? Evaluation.LIVE_RUN
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
