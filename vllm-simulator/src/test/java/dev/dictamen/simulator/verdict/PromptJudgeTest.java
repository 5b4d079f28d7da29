package dev.dictamen.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.simulator.testing.Chats;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptJudgeTest {
    private static final String HORRIBLE = Chats.chat("""
            [{"index":0,"role":"customer","text":"Llevo dos días sin servicio, ¿qué pasó con mi reclamo?"},
             {"index":1,"role":"agent","text":"No es mi problema, ya le dije que espere.","wait":"12 min 4 s"},
             {"index":2,"role":"customer","text":"Es inaceptable. ¿Me van a ayudar o no?","wait":"15 s"}]""");
    private static final String BAD = Chats.chat("""
            [{"index":0,"role":"customer","text":"Hola, ¿dónde está mi paquete?"},
             {"index":1,"role":"agent","text":"Hola, lo reviso.","wait":"3 min 0 s"},
             {"index":2,"role":"customer","text":"¿Hay alguien? ¿Cuándo llega?","wait":"9 min 0 s"}]""");
    private static final String NEUTRAL = Chats.chat("""
            [{"index":0,"role":"customer","text":"No puedo entrar en mi cuenta"},
             {"index":1,"role":"bot","text":"En breve le atiende un agente","wait":"1 s"},
             {"index":2,"role":"agent","text":"Buenas tardes. Listo, ya quedó desbloqueada.","wait":"15 min 0 s"},
             {"index":3,"role":"customer","text":"Gracias","wait":"20 s"}]""");
    private static final String GOOD = Chats.chat("""
            [{"index":0,"role":"customer","text":"Necesito la factura de marzo"},
             {"index":1,"role":"agent","text":"Claro que sí, acabo de enviarla a su correo.","wait":"50 s"},
             {"index":2,"role":"customer","text":"Ok","wait":"20 s"}]""");

    @Test
    void reachesEveryScore() {
        assertThat(List.of(HORRIBLE, BAD, NEUTRAL, GOOD, Chats.SOLVED))
                .extracting(chat -> judge(chat).score())
                .containsExactly("horrible", "bad", "neutral", "good", "great");
    }

    @Test
    void namesAgentMessagesOnly() {
        assertThat(judge(NEUTRAL).keyMessages()).containsExactly(2);
        assertThat(judge(HORRIBLE).keyMessages()).containsExactly(1);
        assertThat(judge(Chats.SOLVED).keyMessages()).containsExactly(1, 3);
    }

    @Test
    void saysTheSameOfTheSameChat() {
        assertThat(List.of(HORRIBLE, BAD, NEUTRAL, GOOD))
                .allMatch(chat -> judge(chat).equals(judge(chat)));
    }

    @Test
    void isNeutralAndSaysSoWithoutAChat() {
        var verdict = judge("¿Qué hora es?");

        assertThat(verdict.score()).isEqualTo("neutral");
        assertThat(verdict.reason()).contains("no trae ningún chat");
        assertThat(verdict.keyMessages()).isEmpty();
    }

    private static Verdict judge(String userText) {
        return PromptJudge.judge(List.of(userText), ScoreDrift.NONE, "");
    }
}
