package dev.dictamen.worker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanishCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "El agente resolvió la duda técnica, pero el tiempo de respuesta inicial fue excesivo (15 minutos).",
                "Saludar antes y confirmar cierre.",
                "Excelente atención, respuestas rápidas, claras, precisas.",
                "Ninguna mejora necesaria.",
                "Buen trato.",
                "El cliente escribió «the order was not in the box and it is late» y el agente tardó.",
                "El agente usó \"please wait for the answer\" ante un cliente que escribe en español.",
                "Conviene usar Google Chat o WhatsApp Business con etiquetas.",
            })
    void spanishPasses(String text) {
        assertThat(SpanishCheck.isSpanish(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The agent was very slow and the customer had to wait.",
                "Great job!",
                "Should greet the customer and answer in time.",
                "Quick polite support throughout.",
                "O agente não respondeu à pergunta do cliente e demorou muito para resolver.",
                "O atendente foi educado, mas a resposta chegou tarde; ele não ofereceu uma solução.",
            })
    void otherLanguagesDoNot(String text) {
        assertThat(SpanishCheck.isSpanish(text)).isFalse();
    }
}
