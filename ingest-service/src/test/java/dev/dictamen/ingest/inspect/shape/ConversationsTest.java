package dev.dictamen.ingest.inspect.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the values of columns tell, whatever they are called. */
class ConversationsTest {
    private static final List<String> LINKS = List.of("1", "1", "1", "2", "2", "3", "3", "3", "3", "", "0");

    @Test
    void rowsWithoutALinkBelongToNoConversation() {
        assertThat(Conversations.of(LINKS).groups()).containsOnlyKeys("1", "2", "3");
        assertThat(Conversations.of(LINKS).meanSize()).isEqualTo(3);
    }

    @Test
    void whoWritesTakesTurnsAndAMarkOfTheWholeDoesNot() {
        var writers = List.of("C", "A", "C", "C", "A", "C", "A", "A", "C", "", "");
        var languages = List.of("es", "es", "es", "pt", "pt", "es", "es", "es", "es", "", "");

        assertThat(Conversations.of(LINKS).turns(writers)).isCloseTo((1 + 1 + 2 / 3.0) / 3, within(0.01));
        assertThat(Conversations.of(LINKS).turns(languages)).isZero();
        assertThat(Conversations.of(LINKS).opens(writers, "C")).isEqualTo(1);
    }

    @Test
    void timesThatGrowAreThoseOfMessages() {
        var sent = List.of("100", "101", "102", "200", "201", "300", "301", "302", "303", "", "").stream()
                .map(time -> time.isEmpty() ? "" : "1700000" + time)
                .toList();
        var other = List.of("302", "101", "102", "200", "101", "300", "100", "302", "103", "", "").stream()
                .map(time -> time.isEmpty() ? "" : "1700000" + time)
                .toList();

        assertThat(Conversations.of(LINKS).growth(sent)).isEqualTo(1);
        assertThat(Conversations.of(LINKS).growth(other)).isLessThan(0.6);
        assertThat(Conversations.of(LINKS).span(sent)).isLessThan(0.02);
        assertThat(Conversations.of(LINKS).growth(sent.stream().map(any -> "").toList()))
                .isZero();
    }

    @Test
    void aChatsTimesStandBeforeAndAfterItsMessages() {
        var links = List.of("1", "2", "3", "4", "5", "1", "2", "3", "4", "5");
        var times = List.of(0, 10_000, 20_000, 30_000, 40_000, 60, 10_060, 20_060, 30_060, 40_060).stream()
                .map(second -> Integer.toString(1_700_000_000 + second))
                .toList();
        var conversations = Conversations.of(links);
        var fit = new TimeFit(List.of("1", "2", "3", "4", "5"), conversations.begins(times), conversations.ends(times));

        assertThat(fit.opening(times.subList(0, 5))).isEqualTo(1);
        assertThat(fit.closing(times.subList(5, 10))).isEqualTo(1);
        assertThat(fit.closing(times.subList(0, 5))).isEqualTo(1);
        assertThat(fit.opening(List.of("", "", "", "", ""))).isZero();
    }

    @Test
    void aCodeThatGoesWithTheClosingTimeSaysWhoIsClosed() {
        var times = List.of("2026-01-01 10:00:00", "", "2026-01-02 10:00:00.5", "0000-00-00 00:00:00");

        assertThat(Split.of(List.of("9", "1", "9", "1"), times).isClear()).isTrue();
        assertThat(Split.of(List.of("9", "9", "1", "1"), times).isClear()).isFalse();
    }

    @Test
    void sentencesAreTextAndDataIsNot() {
        assertThat(FreeText.share(List.of("no me llega", "ok", "", "{\"a\": 1}", "https://x.example/a", "una frase")))
                .isEqualTo(0.4);
        assertThat(FreeText.variety(List.of("uno", "uno", "uno", "uno"))).isEqualTo(0.25);
    }
}
