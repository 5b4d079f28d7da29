package dev.dictamen.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.dictamen.kafka.LongTexts.Urgency;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongTextsTest {
    private static final int LONG = LongTexts.LONG + 1;

    private final LongTexts texts = new LongTexts(1);

    @AfterEach
    void stop() {
        texts.close();
    }

    @Test
    void anOrdinaryChatIsReadByWhoeverAsks() throws Exception {
        assertThat(texts.on(LongTexts.LONG, Urgency.LIVE, Thread::currentThread))
                .isSameAs(Thread.currentThread());
    }

    @Test
    void aLongChatIsReadByAPlatformThreadOfThePool() throws Exception {
        var reader = texts.on(LONG, Urgency.LIVE, Thread::currentThread);

        assertThat(reader.getName()).startsWith("long-chat-");
        assertThat(reader.isVirtual()).isFalse();
    }

    @Test
    void liveGoesBeforeBulkThatCameEarlier() throws Exception {
        var hold = new CountDownLatch(1);
        var done = new ConcurrentLinkedQueue<String>();
        var first = begin(Urgency.BULK, () -> awaitQuietly(hold));
        await().until(() -> first.getState() == Thread.State.WAITING);
        var bulk = begin(Urgency.BULK, () -> done.add("bulk"));
        await().until(() -> bulk.getState() == Thread.State.WAITING);
        var live = begin(Urgency.LIVE, () -> done.add("live"));
        await().until(() -> live.getState() == Thread.State.WAITING);

        hold.countDown();
        bulk.join();
        live.join();

        assertThat(done.peek()).isEqualTo("live");
    }

    @Test
    void workThatNobodyWaitsForAnyMoreIsNotBegun() throws Exception {
        var hold = new CountDownLatch(1);
        var done = new ConcurrentLinkedQueue<String>();
        var first = begin(Urgency.LIVE, () -> awaitQuietly(hold));
        await().until(() -> first.getState() == Thread.State.WAITING);
        var left = begin(Urgency.LIVE, () -> done.add("left"));
        await().until(() -> left.getState() == Thread.State.WAITING);
        var last = begin(Urgency.BULK, () -> done.add("last"));
        await().until(() -> last.getState() == Thread.State.WAITING);

        left.interrupt();
        left.join();
        hold.countDown();
        last.join();

        assertThat(done).containsExactly("last");
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.on(LONG, Urgency.LIVE, () -> {
                    throw new IllegalArgumentException("no");
                }));
    }

    private Thread begin(Urgency urgency, Runnable work) {
        return Thread.ofVirtual().start(() -> {
            try {
                texts.on(LONG, urgency, () -> {
                    work.run();
                    return true;
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
