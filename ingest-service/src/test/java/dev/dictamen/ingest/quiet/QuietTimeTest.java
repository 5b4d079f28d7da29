package dev.dictamen.ingest.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.read.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a changed chat is read, and that whoever named it hears of it. */
class QuietTimeTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final QuietTime quietTime = new QuietTime(Duration.ofSeconds(1));
    private final List<String> receipts = new ArrayList<>();

    @Test
    void aChatIsDueWhenItHasBeenQuiet() {
        change("a", 0);
        change("a", 600);

        assertThat(takenAt(1500)).isEmpty();
        assertThat(takenAt(1600)).containsExactly("a");
        assertThat(takenAt(9000)).isEmpty();
    }

    @Test
    void aChatThatNeverRestsIsDueAfterTenTimesAsLong() {
        for (int ms = 0; ms < 10_000; ms += 500) {
            change("a", ms);
        }

        assertThat(takenAt(9_999)).isEmpty();
        assertThat(takenAt(10_000)).containsExactly("a");
    }

    @Test
    void aChatThatNeverRestsDoesNotWaitForOthersEither() {
        for (int ms = 0; ms < 10_000; ms += 500) {
            change("other " + ms, ms);
            change("a", ms);
        }

        assertThat(takenAt(10_000)).contains("a");
    }

    @Test
    void theLongestQuietOnesComeFirstAndNoMoreThanAskedFor() {
        change("a", 0);
        change("b", 10);
        change("c", 20);
        change("a", 30);

        assertThat(quietTime.take(at(5000), 2))
                .extracting(chat -> chat.wanted().key())
                .containsExactly("b", "c");
        assertThat(quietTime.size()).isEqualTo(1);
    }

    @Test
    void allReasonsToReadAChatAreKept() {
        quietTime.add(new Wanted("a", at(0), true, null), () -> {}, at(0));
        quietTime.add(Wanted.scanned("a"), () -> {}, at(10));

        assertThat(quietTime.take(at(5000), 10))
                .extracting(QuietTime.Waiting::wanted)
                .containsExactly(new Wanted("a", at(0), true, null));
    }

    @Test
    void everyReceiptOfAChatIsGivenEvenIfItWasPutBackMeanwhile() {
        change("a", 0);
        change("a", 1);
        var unread = quietTime.take(at(5000), 10);
        change("a", 5100);
        quietTime.putBack(unread, at(5200));

        var again = quietTime.take(at(5200), 10);
        again.forEach(chat -> chat.receipts().forEach(Receipt::done));

        assertThat(again).hasSize(1);
        assertThat(receipts).containsExactlyInAnyOrder("a 0", "a 1", "a 5100");
    }

    @Test
    void whatIsPutBackDoesNotWaitBehindWhatIsNotDue() {
        change("a", 0);
        var unread = quietTime.take(at(1000), 10);
        change("b", 1100);
        quietTime.putBack(unread, at(1200));

        assertThat(takenAt(1200)).containsExactly("a");
    }

    private void change(String key, int ms) {
        quietTime.add(Wanted.scanned(key), () -> receipts.add(key + " " + ms), at(ms));
    }

    private List<String> takenAt(int ms) {
        return quietTime.take(at(ms), 100).stream()
                .map(chat -> chat.wanted().key())
                .toList();
    }

    private static Instant at(int ms) {
        return START.plusMillis(ms);
    }
}
