package dev.dictamen.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RestartingThreadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aTaskThatFailsBeginsAgain() {
        var begun = new AtomicInteger();
        var thread = new RestartingThread("failing", Duration.ofMillis(1), stop -> {
            begun.incrementAndGet();
            throw new IllegalStateException("broken");
        });

        thread.start();

        await().untilAsserted(() -> assertThat(begun).hasValueGreaterThan(2));
        thread.stop(PATIENCE);
        assertThat(thread.isRunning()).isFalse();
    }

    @Test
    void stoppingWaitsForTheTaskAndDoesNotBeginItAgain() throws InterruptedException {
        var begun = new AtomicInteger();
        var ended = new AtomicBoolean();
        var underWay = new CountDownLatch(1);
        var thread = new RestartingThread("working", Duration.ZERO, stop -> {
            begun.incrementAndGet();
            underWay.countDown();
            await().until(stop::isAsked);
            ended.set(true);
        });
        thread.start();
        underWay.await();

        thread.stop(PATIENCE);

        assertThat(ended).isTrue();
        assertThat(begun).hasValue(1);
    }

    @Test
    @Timeout(30)
    void aPauseEndsWhenItIsStopped() throws InterruptedException {
        var failed = new CountDownLatch(1);
        var thread = new RestartingThread(
                "pausing",
                failure -> {
                    failed.countDown();
                    return Duration.ofDays(1);
                },
                stop -> {
                    throw new IllegalStateException("broken");
                });
        thread.start();
        failed.await();

        thread.stop(Duration.ofDays(1));

        assertThat(thread.isRunning()).isFalse();
    }

    @Test
    void whatWasStoppedCanBeStartedAgain() {
        var begun = new AtomicInteger();
        var thread = new RestartingThread("again", Duration.ZERO, stop -> {
            begun.incrementAndGet();
            await().until(stop::isAsked);
        });
        thread.start();
        await().untilAsserted(() -> assertThat(begun).hasValue(1));
        thread.stop(PATIENCE);

        thread.start();

        await().untilAsserted(() -> assertThat(begun).hasValue(2));
        thread.stop(PATIENCE);
    }
}
