package dev.dictamen.worker.late;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.worker.evaluate.EvaluationProperties;
import dev.dictamen.worker.evaluate.Evaluator;
import dev.dictamen.worker.publish.OutcomePublisher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives a live chat whose model has not answered in time a provisional verdict by rules ({@code RULES_FALLBACK}). The
 * model's own comes later and replaces it.
 */
@Component
class Provisional implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Provisional.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration JOIN = Duration.ofSeconds(10);

    private final LateChatsFactory lateChats;
    private final Evaluator evaluator;
    private final OutcomePublisher publisher;
    private final boolean enabled;
    private final Counter given;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("provisional").unstarted(this::run);
    private volatile boolean running;

    Provisional(
            LateChatsFactory lateChats,
            Evaluator evaluator,
            OutcomePublisher publisher,
            EvaluationProperties settings,
            MeterRegistry meters) {
        this.lateChats = lateChats;
        this.evaluator = evaluator;
        this.publisher = publisher;
        this.enabled = settings.rulesFallback() && settings.llmEnabled();
        this.given = meters.counter("evaluation.provisional");
    }

    @Override
    public void start() {
        if (enabled) {
            running = true;
            thread.start();
        }
    }

    private void run() {
        while (!isStopping()) {
            try {
                readUntilStopped();
            } catch (RuntimeException e) {
                LOG.error("provisional verdicts: reading failed, beginning again", e);
                pause();
            }
        }
    }

    private void readUntilStopped() {
        try (var chats = lateChats.open()) {
            while (!isStopping()) {
                var late = chats.next();
                if (!late.isEmpty()) {
                    judgeAll(late);
                    chats.commit();
                    LOG.info("provisional verdicts={}", late.size());
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
            var verdict = evaluator.provisional(chat, Evaluation.LIVE_RUN);
            if (verdict.isPresent()) {
                publisher.publish(verdict.get(), record);
                given.increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("chat={} revision={} no provisional verdict", chat.chatId(), chat.revision(), e);
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            thread.join(JOIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
