package dev.dictamen.ingest.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.contract.Subject;
import dev.dictamen.contract.replay.ReplayReport.Figures;
import dev.dictamen.contract.replay.ReplayReport.Intent;
import dev.dictamen.contract.replay.ReplayReport.Means;
import dev.dictamen.testing.data.Chats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known is counted, what is unknown is not, and nothing that a source writes can spoil a mean. */
class ConversationFiguresTest {
    private static final String YAML = """
            csatTarget: 4.5
            weights: {frequency: 0.35, unresolved: 0.30, csatGap: 0.20, effort: 0.15}
            intents:
              - {name: refund, tool: Refund Wizard, effort: 1, phrases: [reembolso]}
              - {name: delivery, tool: Tracker, effort: 2, phrases: [entrega]}
            """;

    @Test
    void nothingHasNoFigures() {
        assertThat(figures()).isEqualTo(new Figures("r-1", 0, new Means(null, null, null, null, null), List.of()));
    }

    @Test
    void aMeanIsOverThoseThatSay() {
        var figures = figures(
                chat(Map.of("csat", "5", "resolved", "true", "duration_sec", "100"), "Hola", "Diga"),
                chat(Map.of("csat", "2.5", "resolved", "false"), "Hola", "Diga", "Nada", "Bien"),
                chat(Map.of("resolved", "true"), "Hola", "Diga"));

        assertThat(figures.conversations()).isEqualTo(3);
        // the second and third say nothing of their duration: their messages are 20 seconds apart
        assertThat(figures.means()).isEqualTo(new Means(2 / 3.0, 3.75, 8 / 3.0, 180 / 3.0, 180 / 3.0));
    }

    @Test
    void chatsWithoutAnyOutcomeHaveIntentsOfTheMiddle() {
        var figures = figures(chat(Map.of(), "Quiero mi reembolso"));

        assertThat(figures.means()).isEqualTo(new Means(null, null, 1.0, null, null));
        var refund = figures.intents().getFirst();
        assertThat(figures.intents()).containsExactly(refund);
        assertThat(refund.score()).isCloseTo(0.5, within(1e-12));
        assertThat(refund)
                .isEqualTo(new Intent("refund", "Refund Wizard", 1, null, null, null, 1, List.of(), refund.score()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "99",
                "0",
                "5.0001",
                "-3",
                "1e308",
                "1e999999999",
                "1e-999999999",
                "0x1p1",
                "4f",
                "",
                " ",
                "cinco",
                "4,5",
                "4 5",
                "٦"
            })
    void aSatisfactionThatIsNoneCountsAsUnknown(String csat) {
        var figures = figures(chat(Map.of("csat", csat), "reembolso"), chat(Map.of("csat", "4"), "reembolso"));

        assertThat(figures.means().csat()).isEqualTo(4);
        assertThat(figures.intents()).extracting(Intent::meanCsat).containsExactly(4.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e12", "NaN", "1e999999999", "mucho"})
    void aDurationThatIsNoneIsThatOfTheMessages(String seconds) {
        assertThat(figures(chat(Map.of("duration_sec", seconds), "Hola", "Diga", "Adiós"))
                        .means()
                        .durationSeconds())
                .isEqualTo(40);
    }

    @Test
    void aChatThatCouldNotBeReadHasNoTurns() {
        var figures = figures(Chats.unreadable("c-1", SkipReason.TOO_LARGE), chat(Map.of(), "Hola", "Diga"));

        assertThat(figures.conversations()).isEqualTo(2);
        assertThat(figures.means().turns()).isEqualTo(2);
    }

    @Test
    void theSourcesOwnIntentCountsWhereARuleHasThatName() {
        var figures = figures(
                chat(Map.of("intent", "delivery"), "Hola"), chat(Map.of("intent", "delivery"), "¿Y mi entrega?"));

        assertThat(figures.intents()).extracting(Intent::intent).containsExactly("delivery");
        assertThat(figures.intents()).extracting(Intent::frequency).containsExactly(2L);
    }

    @Test
    void whatTheSystemAndNotesSayIsNotSaid() {
        var messages = List.of(
                new ChatMessage(0, Role.SYSTEM, "reembolso", null), new ChatMessage(1, Role.NOTE, "reembolso", null));

        assertThat(figures(Chats.with("c-1", messages)).intents()).isEmpty();
    }

    @Test
    void theWorthiestToolIsFirst() {
        var figures = figures(
                chat(Map.of("csat", "5", "resolved", "true"), "reembolso"),
                chat(Map.of("csat", "1", "resolved", "false"), "entrega"),
                chat(Map.of("csat", "1", "resolved", "false"), "entrega"));

        assertThat(figures.intents())
                .containsExactly(
                        new Intent("delivery", "Tracker", 2, 1.0, 1.0, 3.5, 2, List.of(), 0.35 + 0.30 + 0.20),
                        new Intent("refund", "Refund Wizard", 1, 0.0, 5.0, -0.5, 1, List.of(), 0.15));
    }

    @Test
    void threeContextsAreShownAndAsManyAreRememberedAsThereIsRoomFor() {
        var chats = new ArrayList<ClosedChat>();
        for (String context : List.of("Late", "first", "FIRST", "second", "x".repeat(300))) {
            chats.add(chat(Map.of("context", context), "reembolso"));
        }
        IntStream.range(0, 10_000).forEach(n -> chats.add(chat(Map.of("context", "c" + n), "reembolso")));
        chats.addAll(List.of(
                chat(Map.of("context", " second "), "reembolso"),
                chat(Map.of("context", "first"), "reembolso"),
                chat(Map.of("context", "x".repeat(60)), "reembolso")));

        assertThat(figures(chats.toArray(ClosedChat[]::new))
                        .intents()
                        .getFirst()
                        .contexts())
                .containsExactly("first:3", "second:2", "x".repeat(60) + ":2");
    }

    @Test
    void ofALongConversationTheBeginningIsScanned() {
        var filling = "a".repeat(Spoken.MOST - 1);

        assertThat(figures(chat(Map.of(), "reembolso", "a".repeat(1_000_000))).intents())
                .hasSize(1);
        assertThat(figures(chat(Map.of(), filling, "reembolso")).intents()).isEmpty();
        assertThat(Spoken.text(Chats.messages(filling, "b", "c"))).hasSize(Spoken.MOST);
    }

    private static Figures figures(ClosedChat... chats) {
        var figures = new ConversationFigures(IntentRules.parse(YAML, "test"));
        Arrays.stream(chats).forEach(figures::add);
        return figures.of("r-1");
    }

    private static ClosedChat chat(Map<String, String> attributes, String... texts) {
        return new ClosedChat(
                "c-1",
                1,
                "test",
                Subject.UNKNOWN,
                null,
                null,
                null,
                Chats.CLOSED,
                Chats.messages(texts),
                attributes,
                null);
    }
}
