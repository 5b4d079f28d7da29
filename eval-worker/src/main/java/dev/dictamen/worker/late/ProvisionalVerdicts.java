package dev.dictamen.worker.late;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.kafka.RestartingThread;
import dev.dictamen.worker.evaluate.Evaluator;
import dev.dictamen.worker.publish.OutcomePublisher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a live chat whose model has not answered in time a verdict by rules. The model's own comes later and replaces it. */
class ProvisionalVerdicts extends RestartingThread {
    private static final Logger log = LoggerFactory.getLogger(ProvisionalVerdicts.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final LateChatsFactory lateChats;
    private final Evaluator evaluator;
    private final OutcomePublisher publisher;
    private final Counter given;

    ProvisionalVerdicts(
            LateChatsFactory lateChats, Evaluator evaluator, OutcomePublisher publisher, MeterRegistry meters) {
        super("provisional", STOP_WITHIN);
        this.lateChats = lateChats;
        this.evaluator = evaluator;
        this.publisher = publisher;
        this.given = meters.counter("evaluation.provisional");
    }

    @Override
    protected void work(Stop stop) {
        try (var chats = lateChats.open()) {
            while (!stop.isAsked()) {
                var late = chats.next();
                if (!late.isEmpty()) {
                    judgeAll(late);
                    chats.commit();
                    log.info("event=provisional-verdicts chats={}", late.size());
                }
            }
        }
    }

    /** Returns when the broker has acknowledged them all. */
    private void judgeAll(List<ConsumerRecord<String, Object>> late) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            late.forEach(record -> threads.execute(() -> judge(record)));
        }
    }

    private void judge(ConsumerRecord<String, Object> record) {
        if (!(record.value() instanceof ClosedChat chat)) {
            return;
        }
        try {
            var verdict = evaluator.provisional(chat);
            if (verdict.isPresent()) {
                publisher.publish(verdict.get(), record);
                given.increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | StackOverflowError e) {
            log.error("event=no-provisional-verdict chat={} revision={}", chat.chatId(), chat.revision(), e);
        }
    }
}
