package dev.dictamen.worker.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
                "El agente pegó “The order has been shipped and it will be delivered to your address on Monday” sin traducirlo.",
                "Respondió «Thank you for contacting us, we are going to look into this issue and come back to you» y nada más.",
                "Cordial, empático, resolutivo, directo, eficiente durante toda la conversación.",
                "El agente fue muy amable pero tardóóóóóóóóóóóóóóóóóóóóóóóóóóóóóóóóó y jajajajaja.",
                "Ofrecer follow-up por e-mail y un ticket de backoffice al cliente premium.",
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
                "O agente respondeu rápido e com clareza, resolveu a questão e agradeceu ao cliente.",
                "L'agent va resoldre el dubte del client, però va trigar massa a respondre i no es va acomiadar.",
                "L'agent ha estat amable amb el client i ha donat una resposta clara des del primer missatge.",
                "O axente resolveu a dúbida do cliente, pero tardou demasiado en responder e non se despediu.",
                "A resposta chegou tarde e o axente non ofreceu ningunha solución á persoa que preguntaba.",
                "L'agente ha risolto il problema del cliente, ma ha impiegato troppo tempo a rispondere.",
                "Muy bien y muy rápido. The agent was slow in every answer and should have told the customer that it was late.",
                "Il y a eu une réponse rapide au client, il y avait une solution, il y a eu un suivi et il y en aura d'autres.",
                "L'agent a répondu rapidement au client et lui a proposé une solution claire.",
                "Quick courteous replies throughout, though nobody confirmed that «el pedido llegó a la casa del cliente».",
            })
    void otherLanguagesDoNot(String text) {
        assertThat(SpanishCheck.isSpanish(text)).isFalse();
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
        var spanish = "El agente resolvió la duda técnica, pero el tiempo de respuesta inicial fue excesivo.";
        var english = "The agent was very slow and the customer had to wait for the answer.";

        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(i -> SpanishCheck.isSpanish(i % 2 == 0 ? spanish : english)))
                .satisfies(answers -> assertThat(IntStream.range(0, 400).filter(i -> answers.get(i) != (i % 2 == 0)))
                        .isEmpty());
    }
}
