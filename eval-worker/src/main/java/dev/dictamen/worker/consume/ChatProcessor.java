package dev.dictamen.worker.consume;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.worker.evaluate.Evaluator;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.publish.OutcomePublisher;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One record in, one acknowledged outcome out. An error of ours while evaluating is tried again a few times, then becomes a
 * failure; an outcome that cannot be published is tried again for as long as that lasts.
 */
@Component
class ChatProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ChatProcessor.class);
    private static final int MOST_TRIES = 3;
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LAST_PAUSE_MS = 30_000;

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
            untilDone(record, () -> publisher.publish(evaluation, record));
            metrics.count(evaluation);
        } else {
            untilDone(record, () -> publisher.deadLetter(record, "no closed chat in the record"));
            metrics.countPoison();
        }
    }

    private Evaluation evaluate(ClosedChat chat, String runId, Lane lane) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return evaluator.evaluate(chat, runId, lane);
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("chat={} revision={} try={} failed", chat.chatId(), chat.revision(), tries, e);
                if (tries == MOST_TRIES) {
                    return evaluator.failed(chat, runId, e.getClass().getSimpleName());
                }
            }
            Thread.sleep(FIRST_PAUSE_MS * tries);
        }
    }

    private static void untilDone(ConsumerRecord<String, Object> record, Step step) throws InterruptedException {
        for (long pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LAST_PAUSE_MS, 2 * pauseMs)) {
            try {
                step.take();
                return;
            } catch (RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("while publishing");
                }
                LOG.error(
                        "topic={} partition={} offset={} outcome not published, trying again",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e);
            }
            Thread.sleep(pauseMs);
        }
    }

    private static String runOf(ConsumerRecord<String, Object> record) {
        var header = record.headers().lastHeader(EventHeaders.RUN_ID);
        return header == null || header.value() == null
                ? Evaluation.LIVE_RUN
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private interface Step {
        void take() throws InterruptedException;
    }
}
