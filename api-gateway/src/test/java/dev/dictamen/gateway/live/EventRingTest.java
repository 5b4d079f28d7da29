package dev.dictamen.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ring gives to those who come back. */
class EventRingTest {
    private final EventRing ring = new EventRing(3);

    @BeforeEach
    void start() {
        ring.start("e1", Map.of(0, 10L, 1, 0L));
    }

    @Test
    void givesWhatCameAfterTheCursorAndNothingElse() {
        add(0, 10);
        StreamCursor cursor = ring.cursor();
        add(0, 11);
        add(1, 0);

        assertThat(ring.since(cursor).orElseThrow()).extracting(LiveEvent::json).containsExactly("0:11", "1:0");
        assertThat(ring.since(ring.cursor())).hasValue(List.of());
    }

    @Test
    void aCursorOlderThanTheRingGetsNothingSilently() {
        StreamCursor cursor = ring.cursor();
        for (int offset = 10; offset < 14; offset++) {
            add(0, offset);
        }

        assertThat(ring.since(cursor)).isEmpty();
        assertThat(ring.since(new StreamCursor("e1", Map.of(0, 9L, 1, 0L)))).isEmpty();
        assertThat(ring.since(new StreamCursor("e1", Map.of(0, 11L, 1, 0L)))).isPresent();
    }

    @Test
    void aCursorOfATopicMadeAgainIsRefused() {
        assertThat(ring.since(new StreamCursor("e0", Map.of(0, 10L, 1, 0L)))).isEmpty();
    }

    @Test
    void aCursorSurvivesItsTextAndNonsenseIsNoCursor() {
        assertThat(StreamCursor.decode(ring.cursor().encode())).hasValue(ring.cursor());
        for (String nonsense : new String[] {"", "x", "%", "bm8", "ZTE7YTpi", "A".repeat(20_000)}) {
            assertThat(StreamCursor.decode(nonsense)).as(nonsense).isEmpty();
        }
    }

    private void add(int partition, long offset) {
        ring.add(new LiveEvent(partition, offset, "Ventas", partition + ":" + offset));
    }
}
