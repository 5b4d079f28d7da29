package dev.dictamen.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.verdict.SpanishCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules themselves say is proved in rules-judge; here, that a verdict of ours comes of it. */
class VerdictByRulesTest {
    @Test
    void aSolvedChatIsGreatAndSaysWhoJudged() {
        var verdict = VerdictByRules.on(
                Chats.saying(
                        "chat-1",
                        "Hola, no me llegó la factura",
                        "Buenos días, lamento lo ocurrido. Listo, se la he enviado. ¿Puedo ayudarle en algo más?",
                        "Muchas gracias"),
                false);

        assertThat(verdict.score()).isEqualTo(Score.GREAT);
        assertThat(verdict.reason()).startsWith("Valoración por reglas: ").contains("20 segundos");
        assertThat(verdict.keyMessages()).containsExactly(1);
        assertIsValid(verdict);
    }

    @Test
    void aProvisionalVerdictSaysThatItIs() {
        var verdict = VerdictByRules.on(Conversations.polite("chat-1"), true);

        assertThat(verdict.reason()).startsWith("Valoración provisional por reglas: ");
        assertIsValid(verdict);
    }

    @Test
    void onlyWhatAnAgentWroteIsAnAnswer() {
        var chat = Conversations.of("chat-1", Role.CUSTOMER, Role.BOT, Role.NOTE, Role.SYSTEM);

        assertThat(VerdictByRules.on(chat, false).reason()).contains("sin atención");
    }

    @Test
    void messagesWithoutTimesHaveNoWaits() {
        var chat = Chats.with(
                "chat-1",
                List.of(
                        new ChatMessage(0, Role.CUSTOMER, "Quiero reagendar", null),
                        new ChatMessage(1, Role.AGENT, "Claro que sí", null)));

        assertThat(VerdictByRules.on(chat, false).reason()).doesNotContain("segundo", "minuto", "inmediata");
    }

    @Test
    void theJudgeIsNamedForAudit() {
        assertThat(VerdictByRules.JUDGED_BY.kind()).isEqualTo(JudgedBy.Kind.RULES);
        assertThat(VerdictByRules.JUDGED_BY.promptVersion()).isEqualTo("rules-3");
        assertThat(VerdictByRules.JUDGED_BY.simulated()).isFalse();
    }

    @Test
    void everyRealChatGetsTheSameValidVerdictTwice() {
        assertThat(Conversations.real()).allSatisfy(chat -> {
            var verdict = VerdictByRules.on(chat, true);
            assertIsValid(verdict);
            assertThat(verdict.keyMessages())
                    .allMatch(index -> chat.messages().get(index).role() == Role.AGENT);
            assertThat(VerdictByRules.on(chat, true)).isEqualTo(verdict);
        });
    }

    private static void assertIsValid(Verdict verdict) {
        assertThat(verdict.reason().codePointCount(0, verdict.reason().length()))
                .isLessThanOrEqualTo(Verdict.MAX_REASON);
        assertThat(verdict.improvement().codePointCount(0, verdict.improvement().length()))
                .isLessThanOrEqualTo(Verdict.MAX_IMPROVEMENT);
        assertThat(verdict.reason()).matches(SpanishCheck::isSpanish, "is Spanish");
        assertThat(verdict.improvement()).matches(SpanishCheck::isSpanish, "is Spanish");
        assertThat(verdict.keyMessages()).isSorted().doesNotHaveDuplicates();
        assertThat(verdict.flags()).isEmpty();
    }
}
