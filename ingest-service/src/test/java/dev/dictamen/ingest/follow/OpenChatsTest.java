package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.follow.OpenChats.Said;
import dev.dictamen.ingest.read.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A closed chat is never taken for an open one. */
class OpenChatsTest {
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;
    private final LoggedAhead ahead = new LoggedAhead(clock.withZone(ZoneOffset.UTC));
    private final OpenChats openChats = new OpenChats(ahead);

    @Test
    void anUnknownChatIsNotOpen() {
        assertThat(openChats.isOpen("1")).isFalse();
    }

    @Test
    void theLogSaysWhetherAChatIsOpen() {
        openChats.changed("1", Said.OPEN);
        assertThat(openChats.isOpen("1")).isTrue();

        openChats.closed("1", null);
        assertThat(openChats.isOpen("1")).isFalse();
    }

    @Test
    void readingFindsAChatOpenOfWhichTheLogSaysNothing() {
        openChats.changed("1", Said.NOTHING);
        openChats.readOpen("1", System.nanoTime() + 1);
        openChats.readOpen("2", System.nanoTime());

        assertThat(openChats.isOpen("1")).isTrue();
        assertThat(openChats.isOpen("2")).isTrue();
        assertThat(dueAfter(Duration.ofDays(1))).isEmpty();
    }

    @Test
    void aChatThatTheLogCallsClosedAndItsRowDoesNotIsReadAgainLaterEachTime() {
        openChats.closed("1", null);
        openChats.readOpen("1", System.nanoTime() + 1);

        assertThat(openChats.isOpen("1")).isFalse();
        assertThat(dueAfter(Duration.ofMillis(900))).isEmpty();
        assertThat(dueAfter(Duration.ofMillis(100))).containsExactly("1");
        assertThat(dueAfter(Duration.ofMinutes(1))).as("while it is being read").isEmpty();

        openChats.readOpen("1", System.nanoTime() + 1);
        assertThat(dueAfter(Duration.ofMillis(1_900))).isEmpty();
        assertThat(dueAfter(Duration.ofMillis(100))).containsExactly("1");
    }

    @Test
    void aChatThatTheLogBringsClosedAndThatIsNotThereIsReadAgain() {
        openChats.closed("1", null);
        openChats.readAbsent("1", System.nanoTime() + 1);
        openChats.readAbsent("2", System.nanoTime());

        assertThat(dueAfter(Duration.ofSeconds(1))).containsExactly("1");
        assertThat(openChats.isOpen("2")).isFalse();
    }

    @Test
    void aClosedChatWhoseRowGoesIsWantedAsOneThatWas() {
        var at = Instant.parse("2026-11-20T09:00:00Z");
        openChats.closed("1", at);
        openChats.closed("1", null);
        openChats.changed("2", Said.OPEN);

        assertThat(openChats.deleted("1")).contains(new Wanted("1", at, true, null));
        assertThat(openChats.deleted("1")).as("once").isEmpty();
        assertThat(openChats.deleted("2")).isEmpty();
        assertThat(openChats.deleted("3")).as("closed before anybody looked").isEmpty();
    }

    @Test
    void whatTheLogCallsOpenAgainIsNotReadAgain() {
        openChats.closed("1", null);
        openChats.changed("1", Said.OPEN);
        openChats.readOpen("1", System.nanoTime() + 1);

        assertThat(dueAfter(Duration.ofDays(1))).isEmpty();
        assertThat(openChats.isOpen("1")).isTrue();
    }

    @Test
    void afterAnHourAChatIsLeftToTheComparison() {
        openChats.closed("1", null);
        openChats.readOpen("1", System.nanoTime() + 1);

        assertThat(dueAfter(Duration.ofMinutes(61))).isEmpty();
    }

    private List<String> dueAfter(Duration time) {
        now = now.plus(time);
        return ahead.takeDue();
    }

    @Test
    void whatTheLogSaidSinceReadingBeganCountsMore() {
        long before = System.nanoTime();
        openChats.closed("1", null);
        openChats.readOpen("1", before);

        assertThat(openChats.isOpen("1")).isFalse();
        assertThat(dueAfter(Duration.ofDays(1))).isEmpty();
    }

    @Test
    void theLongestUnusedAreForgotten() {
        openChats.changed("first", Said.OPEN);
        openChats.changed("second", Said.OPEN);
        for (int i = 0; i < 99_999; i++) {
            openChats.isOpen("first");
            openChats.changed(String.valueOf(i), Said.OPEN);
        }

        assertThat(openChats.isOpen("second")).isFalse();
        assertThat(openChats.isOpen("first")).isTrue();
    }
}
