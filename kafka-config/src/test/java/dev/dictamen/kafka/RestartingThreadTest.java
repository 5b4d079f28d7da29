package dev.dictamen.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.kafka.RestartingThread.Stop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class RestartingThreadTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration FOREVER = Duration.ofDays(1);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();

    /** How work ends that nobody asked to end. */
    enum Unasked implements Consumer<Stop> {
        RETURNS {
            @Override
            public void accept(Stop stop) {}
        },
        FAILS {
            @Override
            public void accept(Stop stop) {
                throw new IllegalStateException("broken");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void workThatEndsUnaskedBeginsAgain(Unasked unasked) {
        var thread = thread(SHORT, unasked);

        thread.start();

        await().untilAsserted(() -> assertThat(begun).hasValueGreaterThan(2));
        thread.stop();
        assertThat(thread.isRunning()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void itPausesFirstAndAPauseEndsWhenItIsStopped(Unasked unasked) {
        var thread = thread(FOREVER, unasked);
        thread.start();
        await().untilAsserted(() -> assertThat(pauses).hasValue(1));

        thread.stop();

        assertThat(begun).hasValue(1);
    }

    @Test
    void stoppingWaitsForTheWorkAndDoesNotBeginItAgain() {
        var thread = thread(SHORT, stop -> await().until(stop::isAsked));
        thread.start();
        await().untilAsserted(() -> assertThat(begun).hasValue(1));

        thread.stop();

        assertThat(ended).hasValue(1);
        assertThat(begun).hasValue(1);
        assertThat(pauses).hasValue(0);
    }

    @Test
    void askingItToStopDoesNotWaitForTheWork() {
        var mayEnd = new CountDownLatch(1);
        var thread = thread(SHORT, stop -> await().until(() -> mayEnd.getCount() == 0));
        thread.start();

        thread.askToStop();

        assertThat(thread.isRunning()).isFalse();
        assertThat(ended).hasValue(0);
        mayEnd.countDown();
        thread.stop();
        assertThat(ended).hasValue(begun.get());
    }

    @Test
    void whatWasStoppedCanBeStartedAgain() {
        var thread = thread(SHORT, stop -> await().until(stop::isAsked));
        thread.start();
        await().untilAsserted(() -> assertThat(begun).hasValue(1));
        thread.stop();

        thread.start();

        await().untilAsserted(() -> assertThat(begun).hasValue(2));
        thread.stop();
    }

    private RestartingThread thread(Duration pause, Consumer<Stop> work) {
        return new RestartingThread("tested", FOREVER) {
            @Override
            protected void work(Stop stop) {
                begun.incrementAndGet();
                work.accept(stop);
                ended.incrementAndGet();
            }

            @Override
            protected Duration pauseAfter(RuntimeException failure) {
                pauses.incrementAndGet();
                return pause;
            }
        };
    }
}
