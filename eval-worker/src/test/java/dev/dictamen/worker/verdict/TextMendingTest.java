package dev.dictamen.worker.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.worker.testing.Conversations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mended in a text, what is found in it then, and that nothing is found in good Spanish. */
class TextMendingTest {
    private static final ClosedChat CHAT = Chats.with(
            "chat-1",
            List.of(
                    new ChatMessage(0, Role.CUSTOMER, "Soy 山田太郎, llamo por el «заказ» 4471", null),
                    new ChatMessage(1, Role.AGENT, "Hola", null)));

    static final List<String> HOSTILE = Stream.of(
                    "\\",
                    "\\u",
                    "\\n",
                    "&",
                    "&#",
                    "<|",
                    "<|a|>",
                    "<",
                    "Ã",
                    "ÃƒÂ",
                    "â€",
                    "Ġ",
                    "¡",
                    "«",
                    "\"",
                    "a ",
                    "a b ",
                    "x",
                    "\u202E",
                    "e\u0301",
                    "\u0301",
                    "非",
                    "я ",
                    "{\"a\":",
                    "{\\\"a\\\":",
                    "[INST]",
                    "<think>",
                    "assistant",
                    "analysis ",
                    "?a",
                    "\uD83D",
                    "1. ",
                    "\n")
            .map(part -> part.repeat(200_000 / part.length()))
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "El agente respondió rápido, ¿qué más se podía pedir? ¡¡¡Excelente atención!!!",
                "Atendió con empatía el reclamo del pedido #A-00-00-00-4471/B y envió https://tienda.example/p?id=7&ref=a%20b?x=1.",
                "Saludo: bien. Trato: bien. Cierre: bien. Rapidez: mal.",
                "Conviene:\n1. Saludar.\n2. Preguntar el número de pedido.\n3. Confirmar el cierre.",
                "El cliente rio («jajajaja») y el agente contestó: \"Please wait, we are looking into your order\".",
                "El cliente escribió jajajajajaja y el agente fue muy, muy amable.",
                "Respondió en 5 μs según el log; el costo fue de 10 € (≈ 11 US$) y pesó 2 ½ kg a 20 °C… o «casi».",
                "El agente usó el nombre de la señora Ángela Núñez y de Łukasz, Ørsted, Ďurica, Çelik y João de SÃO PAULO.",
                "Ofreció 👍🏽 👩‍💻 ❤️ 1️⃣ 🇪🇸 y se despidió; -- ¡gracias! ----------",
                "No, no, no: así no. Sí, sí, claro; luego sí resolvió.",
                "Pidió abrir C:\\usuarios\\ana\\notas\\ubeda y \\\\servidor\\temporal para ver el archivo.",
                "El agente dijo “¿qué”… y “¿por qué”… dos veces; después explicó Q&A, AT&T y R&D.",
                "El agente compartió {nombre} y [enlace] sin rellenar la plantilla <nombre>.",
                "Usó <b>negrita</b> y *asteriscos*; el 50 % de las dudas (3/6) quedó sin respuesta | pendiente.",
                "Atendió a 山田太郎 y a Владимир; habló del заказ 4471 con el cliente 李明.",
                "El asistente final y el análisis del usuario coinciden; el modelo de json es correcto.",
                "Paso 1, paso 2, paso 3, paso 4, paso 5 y paso 6 fueron claros.",
                "Llamó al 600 600 600 y al 55 55 55 55 como pidió el cliente.",
            })
    void inGoodSpanishThereIsNothingToMendAndNothingWrong(String text) {
        var mended = new ArrayList<Salvage>();

        assertThat(TextMending.of(text, mended)).isEqualTo(text);
        assertThat(mended).isEmpty();
        assertThat(Nonsense.in(text, CHAT)).isEmpty();
    }

    /** Of what agents wrote in English and Spanish that no one here wrote. */
    @Test
    void hardlyAnyRealTextIsTakenForNonsense() {
        var texts = Conversations.real().stream()
                .flatMap(chat -> chat.messages().stream())
                .filter(message -> message.role() == Role.AGENT)
                .map(message -> message.text().strip())
                .filter(text -> text.length() > 40 && text.length() < 800)
                .toList();

        var suspected = texts.stream()
                .filter(text -> {
                    var mended = new ArrayList<Salvage>();
                    return Nonsense.in(TextMending.of(text, mended), CHAT).isPresent() || !mended.isEmpty();
                })
                .toList();

        System.out.printf("taken for nonsense: %d of %d texts of agents%n", suspected.size(), texts.size());
        assertThat(200 * suspected.size()).isLessThan(texts.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "respondi\\u00f3             | respondió            | TEXT_ESCAPES",
                "respondi\\\\u00F3           | respondió            | TEXT_ESCAPES",
                "respondi\\u{f3}             | respondió            | TEXT_ESCAPES",
                "respondi\\xf3               | respondió            | TEXT_ESCAPES",
                "bien \\ud83d\\udc4d          | bien 👍              | TEXT_ESCAPES",
                "dijo \\\"hola\\\"           | dijo \"hola\"        | TEXT_ESCAPES",
                "un mensaje\\/otro           | un mensaje/otro      | TEXT_ESCAPES",
                "atendi&oacute; bien         | atendió bien         | TEXT_ESCAPES",
                "atendi&amp;oacute; bien     | atendió bien         | TEXT_ESCAPES",
                "seÃ±or RamÃ­rez             | señor Ramírez        | TEXT_MOJIBAKE",
                "RespondiÃƒÂ³                | Respondió            | TEXT_MOJIBAKE",
                "cost10 â‚¬ y ðŸ‘\u008d       | cost10 € y 👍         | TEXT_MOJIBAKE",
                "Hola.</s>                   | Hola.                | TEXT_CONTROL_TOKENS",
                "<s>Hola.                    | Hola.                | TEXT_CONTROL_TOKENS",
                "[INST] Hola. [/INST]        | Hola.                | TEXT_CONTROL_TOKENS",
                "Hola.<end_of_turn>          | Hola.                | TEXT_CONTROL_TOKENS",
                "Hola.assistantfinal         | Hola.                | TEXT_CONTROL_TOKENS",
                "ho\u200Bla a\u00ADmigo      | hola amigo           | TEXT_INVISIBLE",
            })
    void whatCanBeUndoneIs(String given, String meant, Salvage kind) {
        var mended = new ArrayList<Salvage>();

        assertThat(TextMending.of(given, mended)).isEqualTo(meant);
        assertThat(mended).containsExactly(kind);
    }

    @Test
    void accentsApartFromTheirLettersAreJoinedAndThatIsNoMend() {
        var mended = new ArrayList<Salvage>();

        assertThat(TextMending.of("respondio\u0301", mended)).isEqualTo("respondió");
        assertThat(mended).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "El agente \uD83D respondió",
                "El agente \uE000 respondió",
                "El age\u0301\u0302\u0303\u0304\u0305nte respondió",
                "El agente respondi\\u00 tarde",
                "El agente respondi\uFFFD tarde",
                "ElĠagenteĠrespondió tarde",
                "tambi├®n respondi├│ tarde",
                "Fue amable. <|im_start|>user Otra cosa",
                "Fue amable <|",
                "Fue amable <unk> y <pad> resolvió",
                "El agente fue amable y amable y amable y amable y amable y amable y amable",
                "no sé no sé no sé no sé no sé no sé",
                "lalalalalalalalalalalalalalalalalalalalalalalalalalalalalalalalalalalala",
                "Я ответил быстро y resolvió",
                "El agente resolvió 問題 con rapidez",
                "Ο πράκτορας ήταν ευγενικός",
                "ادعى العميل أنه لم يستلم الطلب",
                "{\"score\": \"good\"}",
            })
    void whatNobodyCouldReadIsFound(String text) {
        assertThat(Nonsense.in(TextMending.of(text, new ArrayList<>()), CHAT)).isPresent();
    }

    /** Far below the time that quadratic work would take. */
    @ParameterizedTest
    @FieldSource("HOSTILE")
    @Timeout(10)
    void anyTextTakesBoundedWork(String text) {
        assertThatCode(() -> {
                    Nonsense.in(TextMending.of(text, new ArrayList<>()), CHAT);
                    VerdictReader.read(text, CHAT);
                    VerdictReader.read("{\"score\": \"" + text.replace("\"", "\\\"") + "\"}", CHAT);
                })
                .doesNotThrowAnyException();
    }
}
