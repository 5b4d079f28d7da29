package dev.dictamen.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.gateway.security.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** One socket's queue and clock. */
class LiveConnectionTest {
    private static final Instant END = Instant.parse("2026-11-21T10:00:00Z");

    private final LiveConnection connection = new LiveConnection(
            new Reader("ana", new Reader.Scope(true, Set.of())), "s1", END.minusSeconds(900), END, 4);

    /** Takes nothing until it is asked to. */
    private static final class SlowBrowser extends BaseSubscriber<String> {
        private final List<String> frames = new ArrayList<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(String frame) {
            frames.add(frame);
        }
    }

    @Test
    void aSlowBrowserLosesFramesAndIsToldOnce() {
        var slow = new SlowBrowser();
        connection.frames().subscribe(slow);
        for (int number = 0; number < 100; number++) {
            connection.offer("frame " + number);
        }
        slow.request(1000);
        connection.offer("after");
        connection.offer("later");

        assertThat(slow.frames).startsWith("frame 0").endsWith(Frames.GAP, "after", "later");
        assertThat(slow.frames).containsOnlyOnce(Frames.GAP);
        assertThat(slow.frames.size()).isLessThan(20);
    }

    @Test
    void aRenewalNeverShortensALife() {
        connection.renew(END.minusSeconds(60));
        assertThat(connection.expiresAt()).isEqualTo(END);

        connection.renew(END.plusSeconds(60));
        assertThat(connection.expiresAt()).isEqualTo(END.plusSeconds(60));
    }

    @Test
    void twentyMessagesInTenSecondsAreEnough() {
        Instant now = END.minusSeconds(900);
        for (int number = 0; number < 20; number++) {
            assertThat(connection.admits(now)).isTrue();
        }

        assertThat(connection.admits(now)).isFalse();
        assertThat(connection.admits(now.plus(Duration.ofSeconds(11)))).isTrue();
    }
}
