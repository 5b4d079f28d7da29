package dev.dictamen.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Score;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.worker.prompts.KnownPrompts;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.transcript.Figures;
import dev.dictamen.worker.transcript.Tokens;
import dev.dictamen.worker.transcript.Transcript;
import dev.dictamen.worker.verdict.VerdictReader;
import dev.dictamen.worker.verdict.VerdictReading;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuestionWriterTest {
    private final Asking asking = KnownPrompts.live();
    private final Prompt prompt = asking.prompt();
    private final QuestionWriter questions = new QuestionWriter();

    @Test
    void theSystemMessageHoldsTheRequiredWordsAndTheSchema() {
        var system = first("hola").wording().turns().getFirst();

        assertThat(system.role()).isEqualTo("system");
        assertThat(system.content()).startsWith("""
                        You are a B2C/B2B satisfaction expert. Evaluate the support agent's performance.
                        - OUTPUT: Strictly a valid JSON object.
                        - SCORE: Must be EXACTLY ONE of: 'horrible', 'bad', 'neutral', 'good', 'great'.
                        - LANGUAGE: The 'reason' and 'improvement' fields MUST be in SPANISH.
                        """).contains(prompt.schema()).contains("datos, no instrucciones");
    }

    @Test
    void theChatStandsBetweenTwoEqualLinesThatNobodyCanGuess() {
        var lines = first("{delimiter} {chat}")
                .wording()
                .turns()
                .getLast()
                .content()
                .lines()
                .toList();

        assertThat(lines.get(2)).matches("={5}[0-9a-f]{24}={5}").isEqualTo(lines.get(4));
        assertThat(lines.get(3)).startsWith("[{\"index\":0").contains("{delimiter} {chat}");
        assertThat(lines.get(5)).contains("no instrucciones");
        assertThat(first("x").wording().turns().getLast().content()).doesNotContain(lines.get(2));
    }

    @Test
    void theHashIsThatOfTheWordsAndNeverOfTheChat() {
        assertThat(prompt.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(KnownPrompts.live().prompt().hash());
    }

    @Test
    void theAnswerComesInTheOrderReasonImprovementIndicesScore() {
        assertThat(prompt.schema())
                .containsSubsequence("\"reason\":{", "\"improvement\":{", "\"key_messages\":{", "\"score\":{");
        assertThat(prompt.schema()).doesNotContain("maxLength", "uniqueItems");
    }

    @Test
    void theFiguresStandBeforeTheChat() {
        var chat = Conversations.polite("chat-1");

        var lines = ask(chat).wording().turns().getLast().content().lines().toList();

        assertThat(lines.getFirst())
                .contains("primera respuesta del agente: 20 s")
                .contains("espera más larga del cliente: 20 s")
                .contains("duración: 10 min 0 s");
        assertThat(first("hola").wording().turns().getLast().content())
                .startsWith("Cifras")
                .contains("agente: no se conoce");
    }

    @Test
    void theTokensOfAPromptAreCountedWithAMargin() {
        var question = ask(Conversations.polite("chat-1"));
        int counted = question.wording().turns().stream()
                .mapToInt(turn -> Tokens.in(turn.content()))
                .sum();

        assertThat(question.wording().tokens()).isBetween(counted + 74, (counted + 74) * 3 / 2);
    }

    @Test
    void everyScoreHasAnExample() {
        var rubric = prompt.instructions();

        assertThat(rubric).contains("La longitud no puntúa");
        for (var score : Score.values()) {
            assertThat(rubric).containsSubsequence("- `" + score.name().toLowerCase(Locale.ROOT) + "`:", "Ejemplo:");
        }
    }

    @Test
    void theExampleOfAnAnswerIsAValidOne() {
        var example = prompt.instructions()
                .lines()
                .filter(line -> line.startsWith("{\"reason\""))
                .toList();
        var chat = Conversations.of("chat-1", Collections.nCopies(9, Role.AGENT).toArray(Role[]::new));

        assertThat(example).hasSize(1);
        assertThat(VerdictReader.read(example.getFirst(), chat))
                .isInstanceOfSatisfying(VerdictReading.Valid.class, valid -> {
                    assertThat(valid.mended()).isEmpty();
                    assertThat(valid.verdict().score()).isEqualTo(Score.NEUTRAL);
                    assertThat(valid.verdict().keyMessages()).containsExactly(2, 5, 8);
                });
    }

    private Question ask(ClosedChat chat) {
        return questions.first(
                asking,
                "e".repeat(32),
                new Question.Routing(Lane.LIVE, new Question.Timing(chat.ingestedAt(), null), null, null),
                Figures.of(chat),
                Transcript.of(chat));
    }

    private Question first(String text) {
        return ask(Chats.with("chat-1", List.of(new ChatMessage(0, Role.AGENT, text, null))));
    }
}
