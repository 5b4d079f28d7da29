package dev.dictamen.worker.consume;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.worker.evaluate.Evaluator;
import dev.dictamen.worker.evaluate.Lane;
import dev.dictamen.worker.publish.OutcomePublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One record in, one acknowledged outcome out. An error of ours is tried again a few times, then becomes a failure. */
@Component
class ChatProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ChatProcessor.class);
    private static final int MOST_TRIES = 3;
    private static final long PAUSE_MS = 200;

    private final Evaluator evaluator;
    private final OutcomePublisher publisher;
    private final MeterRegistry meters;

    ChatProcessor(Evaluator evaluator, OutcomePublisher publisher, MeterRegistry meters) {
        this.evaluator = evaluator;
        this.publisher = publisher;
        this.meters = meters;
    }

    /** Returns when the broker has acknowledged the outcome; an interruption leaves the record to a successor. */
    void process(ConsumerRecord<String, Object> record, Lane lane) throws InterruptedException {
        if (!(record.value() instanceof ClosedChat chat)) {
            publisher.deadLetter(record, "no closed chat in the record");
            return;
        }
        var evaluation = evaluate(chat, runOf(record), lane);
        publisher.publish(evaluation, record);
        count(evaluation);
    }

    private Evaluation evaluate(ClosedChat chat, String runId, Lane lane) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return evaluator.evaluate(chat, runId, lane);
            } catch (RuntimeException e) {
                LOG.error("chat={} revision={} try={} failed", chat.chatId(), chat.revision(), tries, e);
                if (tries == MOST_TRIES) {
                    return evaluator.failed(chat, runId, e.getClass().getSimpleName());
                }
            }
            Thread.sleep(PAUSE_MS * tries);
        }
    }

    private static String runOf(ConsumerRecord<String, Object> record) {
        var header = record.headers().lastHeader(EventHeaders.RUN_ID);
        return header == null ? Evaluation.LIVE_RUN : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void count(Evaluation evaluation) {
        var outcome = evaluation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("evaluation.outcome", "outcome", outcome).increment();
        meters.timer("evaluation.duration", "stage", "total")
                .record(Duration.between(evaluation.timeline().startedAt(), evaluation.evaluatedAt()));
    }
}
