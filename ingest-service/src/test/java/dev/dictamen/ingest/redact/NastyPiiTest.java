package dev.dictamen.ingest.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.testing.data.TestData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The personal data of the nasty chats are gone, and their look-alikes are not. */
class NastyPiiTest {
    private final Redactor redactor = Redactions.redactor(Redactions.ALL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            78 | DNI [id], NIE [id], IBAN [iban], móvil [phone], Calle Falsa 123, 28013 Madrid
            79 | Mi RUT es [id], también [id], y el de la empresa [id]; fono [phone], cuenta vista 00123456789
            80 | CURP [id], RFC [id], otro RFC [id], CLABE [id], cel [phone]
            81 | mi tarjeta: [card] vence [card] cvv [card]; la otra [card]; amex [card]; [card]; [card]
            82 | va el número, primera parte [card]
            82 | y la segunda [card]
            83 | [card] / [card] / cuatro uno uno uno 1111 1111 1111
            84 | escríbeme a [email] o a [email]; tel [phone], [phone]; clave:
            85 | folio 20251023-0001, total $1.234.567, 12/10/2025 10:30, RUT 12.345.678-0, DNI 12345678A, v2.10.3, 192.168.0.1
            """)
    void everyDatumIsReplacedInItsPlace(int line, String expected) {
        List<String> redacted = Redactions.texts(redactor.redact(Redactions.chat(texts(line(line)), "c-1", Map.of())));

        assertThat(String.join("\n", redacted)).contains(expected);
    }

    @Test
    void attributesAreRedactedToo() {
        String issue = line(86).get("meta").get("customer_issue").asString();
        var chat = redactor.redact(Redactions.chat(texts(line(86)), "c-1", Map.of("customer_issue", issue)));

        assertThat(chat.attributes()).containsEntry("customer_issue", "Cliente [id] reclama cargo en [card]");
        assertThat(Redactions.texts(chat)).isEqualTo(texts(line(86)));
    }

    @Test
    void lookAlikesComeThroughUnchanged() {
        List<String> texts = texts(line(85));

        assertThat(Redactions.texts(redactor.redact(Redactions.chat(texts, "c-1", Map.of()))))
                .isEqualTo(texts);
    }

    private static JsonNode line(int number) {
        String lines = new String(TestData.bytes("nasty/nasty-main.jsonl.gz"), StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(lines.split("\r\n|\n|\r", -1)[number - 1]);
    }

    private static List<String> texts(JsonNode chat) {
        var texts = new ArrayList<String>();
        chat.get("transcript")
                .forEach(message -> texts.add(message.get("content").asString()));
        return texts;
    }
}
