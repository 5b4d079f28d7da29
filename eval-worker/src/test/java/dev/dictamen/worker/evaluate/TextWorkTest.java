package dev.dictamen.worker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.worker.judge.Lane;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextWorkTest {
    private static final ClosedChat SHORT = saying("x".repeat(TextWork.LONG));
    private static final ClosedChat LONG = saying("x".repeat(TextWork.LONG + 1));

    private final TextWork texts = new TextWork(1);

    @AfterEach
    void stop() {
        texts.destroy();
    }

    @Test
    void anOrdinaryChatIsReadByWhoeverAsks() throws Exception {
        assertThat(texts.on(SHORT, Lane.LIVE, Thread::currentThread)).isSameAs(Thread.currentThread());
    }

    @Test
    void aLongChatIsReadByAPlatformThreadOfThePool() throws Exception {
        var reader = texts.on(LONG, Lane.LIVE, Thread::currentThread);

        assertThat(reader.getName()).startsWith("long-chat-");
        assertThat(reader.isVirtual()).isFalse();
    }

    @Test
    void liveGoesBeforeBulkThatCameEarlier() throws Exception {
        var hold = new CountDownLatch(1);
        var done = new ConcurrentLinkedQueue<String>();
        var first = begin(Lane.BULK, () -> awaitQuietly(hold));
        await().until(() -> first.getState() == Thread.State.WAITING);
        var bulk = begin(Lane.BULK, () -> done.add("bulk"));
        await().until(() -> bulk.getState() == Thread.State.WAITING);
        var live = begin(Lane.LIVE, () -> done.add("live"));
        await().until(() -> live.getState() == Thread.State.WAITING);

        hold.countDown();
        bulk.join();
        live.join();

        assertThat(done.peek()).isEqualTo("live");
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.on(LONG, Lane.LIVE, () -> {
                    throw new IllegalArgumentException("no");
                }));
    }

    private Thread begin(Lane lane, Runnable work) {
        return Thread.ofVirtual().start(() -> {
            try {
                texts.on(LONG, lane, () -> {
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

    private static ClosedChat saying(String text) {
        return Chats.with("chat-1", List.of(new ChatMessage(0, Role.CUSTOMER, text, null)));
    }
}
