package dev.dictamen.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.verdict.SpanishCheck;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesJudgeTest {
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void aQuickCourteousSolvedChatIsGreat() {
        var verdict = RulesJudge.judge(
                chat(
                        at(0, Role.CUSTOMER, 0, "Hola, no me llegó la factura"),
                        at(1, Role.AGENT, 20, "Buenos días, con gusto le ayudo."),
                        at(2, Role.AGENT, 90, "Listo, se la he enviado a su correo."),
                        at(3, Role.CUSTOMER, 120, "Muchas gracias")),
                false);

        assertThat(verdict.score()).isEqualTo(Score.GREAT);
        assertThat(verdict.keyMessages()).containsExactly(2);
        assertThat(verdict.reason()).startsWith("Valoración por reglas: ").contains("20 segundos");
        assertIsValid(verdict);
    }

    @Test
    void aSlowAnswerIsNamedWithItsTime() {
        var verdict = RulesJudge.judge(
                chat(
                        at(0, Role.CUSTOMER, 0, "¿Dónde está mi pedido?"),
                        at(1, Role.AGENT, 5400, "Va en camino."),
                        at(2, Role.CUSTOMER, 5410, "ok")),
                true);

        assertThat(verdict.score()).isEqualTo(Score.BAD);
        assertThat(verdict.keyMessages()).containsExactly(1);
        assertThat(verdict.reason())
                .startsWith("Valoración provisional por reglas: ")
                .contains("1 hora;");
        assertIsValid(verdict);
    }

    @Test
    void anAbandonedCustomerIsNoticed() {
        var verdict = RulesJudge.judge(
                chat(
                        at(0, Role.CUSTOMER, 0, "Hola"),
                        at(1, Role.AGENT, 10, "Buenas tardes"),
                        at(2, Role.CUSTOMER, 20, "¿Me pueden decir cuánto debo?")),
                false);

        assertThat(verdict.score()).isEqualTo(Score.BAD);
        assertThat(verdict.reason()).contains("quedó sin respuesta");
        assertThat(verdict.keyMessages()).containsExactly(1);
        assertIsValid(verdict);
    }

    @Test
    void thanksAtTheEndAreNoUnansweredQuestion() {
        var verdict = RulesJudge.judge(
                chat(
                        at(0, Role.CUSTOMER, 0, "Una duda"),
                        at(1, Role.AGENT, 9, "Diga"),
                        at(2, Role.CUSTOMER, 20, "Gracias")),
                false);

        assertThat(verdict.reason()).doesNotContain("sin respuesta");
    }

    @Test
    void aRudeAgentIsHorribleWhateverElseWasDone() {
        var verdict = RulesJudge.judge(
                chat(
                        at(0, Role.CUSTOMER, 0, "Es pésimo su servicio, quiero una solución"),
                        at(1, Role.AGENT, 10, "No es mi problema, señor"),
                        at(2, Role.AGENT, 20, "Listo, resuelto")),
                false);

        assertThat(verdict.score()).isEqualTo(Score.HORRIBLE);
        assertThat(verdict.keyMessages()).containsExactly(1, 2);
        assertIsValid(verdict);
    }

    @Test
    void withoutTimesNothingIsSaidOfThem() {
        var verdict = RulesJudge.judge(
                chat(
                        new ChatMessage(0, Role.CUSTOMER, "Quiero reagendar", null),
                        new ChatMessage(1, Role.AGENT, "Aún no está confirmado", null)),
                false);

        assertThat(verdict.score()).isEqualTo(Score.NEUTRAL);
        assertThat(verdict.reason()).contains("no se conocen los tiempos").contains("no hay palabras del agente");
        assertThat(verdict.keyMessages()).isEmpty();
        assertIsValid(verdict);
    }

    @Test
    void theJudgeIsNamedForAudit() {
        assertThat(RulesJudge.JUDGED_BY.kind()).isEqualTo(JudgedBy.Kind.RULES);
        assertThat(RulesJudge.JUDGED_BY.promptVersion()).isEqualTo("rules-1");
        assertThat(RulesJudge.JUDGED_BY.simulated()).isFalse();
    }

    @Test
    void everyRealChatGetsTheSameValidVerdictTwice() {
        assertThat(Conversations.real()).allSatisfy(chat -> {
            var verdict = RulesJudge.judge(chat, true);
            assertIsValid(verdict);
            assertThat(verdict.keyMessages())
                    .allMatch(index -> chat.messages().get(index).role() == Role.AGENT);
            assertThat(RulesJudge.judge(chat, true)).isEqualTo(verdict);
        });
    }

    private static void assertIsValid(Verdict verdict) {
        assertThat(verdict.reason().codePointCount(0, verdict.reason().length()))
                .isLessThanOrEqualTo(Verdict.MAX_REASON);
        assertThat(verdict.improvement().codePointCount(0, verdict.improvement().length()))
                .isLessThanOrEqualTo(Verdict.MAX_IMPROVEMENT);
        assertThat(verdict.reason()).matches(SpanishCheck::isSpanish, "is Spanish");
        assertThat(verdict.improvement()).matches(SpanishCheck::isSpanish, "is Spanish");
        assertThat(verdict.keyMessages()).hasSizeLessThanOrEqualTo(3).isSorted().doesNotHaveDuplicates();
        assertThat(verdict.flags()).isEmpty();
    }

    private static ClosedChat chat(ChatMessage... messages) {
        return Chats.with("chat-1", List.of(messages));
    }

    private static ChatMessage at(int index, Role role, long second, String text) {
        return new ChatMessage(index, role, text, NINE.plusSeconds(second));
    }
}
