package dev.dictamen.ingest.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings of each kind, and what comes close to it. */
class RedactKindsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mi correo: ana.diaz+web@mi-empresa.com.ar. | mi correo: [email].
            <PEÑA@correo.example>                     | <[email]>
            ana arroba gmail punto com                | [email]
            ana (at) correo (dot) example             | [email]
            ana @ gmail.com                           | [email]
            ana@hotmail                               | [email]
            +56 9 8765 4321                           | [phone]
            0034 612 345 678                          | [phone]
            llámame al 5512345678                     | llámame al [phone]
            tel (011) 4321-5678, o 15-4321-5678       | tel [phone], o [phone]
            987654321 es mi celular                   | [phone] es mi celular
            te dejo mi contacto 612.34.56.78          | te dejo mi contacto [phone]
            cel987654321                              | cel[phone]
            (55) 1234-5678                            | [phone]
            4111111111111111                          | [card]
            4111.1111.1111.1111 08/27 123             | [card] [card]
            4111-1111 1111.1111                       | [card]
            3782 822463 10005 exp 01/30, cvv: 1234    | [card] exp [card], cvv: [card]
            41 11 11 11 11 11 11 11                   | [card]
            ES91 2100 0418 4502 0005 1332 gracias     | [iban] gracias
            de89370400440532013000                    | [iban]
            12.345.678-5                              | [id]
            rut 12345.678-5                           | rut [id]
            12345678-5,gracias                        | [id],gracias
            rut 123456785                             | rut [id]
            RUN: 12 345 678 5                         | RUN: [id]
            CURP XEXX010101HNEXXXA4                   | CURP [id]
            ejpm-800101-ab6                           | [id]
            032 180 00011835971 9                     | [id]
            12345678Z, 12.345.678-z, 12345678 Z       | [id], [id], [id]
            X1234567L y X-1234567-L                   | [id] y [id]
            DNI nº12345678-Z                          | DNI nº[id]
            CIF A58818501                             | CIF [id]
            20-12345678-6                             | [id]
            CUIL 20123456786                          | CUIL [id]
            DNI 32.123.456                            | DNI [id]
            NIT 860.002.964-4                         | NIT [id]
            C.C. 1.012.345.678                        | C.C. [id]
            C.C. N° 79'345.678                        | C.C. N° [id]
            T.I. 1012345678                           | T.I. [id]
            nit 8600029644                            | nit [id]
            cc 79345678                               | cc [id]
            RUC 20100070970                           | RUC [id]
            DNI 45678912                              | DNI [id]
            """)
    void everySpellingIsReplaced(String text, String expected) {
        assertThat(Redactions.redacted(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nos vemos @ las 5",
                "@usuario, mira esto",
                "pedido 5512345678",
                "$ 5.512.345.678",
                "el 12-10-2025 10:30",
                "20251023",
                "CLP 9.876.543",
                "192.168.100.200",
                "-33.4489012, -70.6692655",
                "llamé 3 veces",
                "4111111111111112",
                "9111111111111111",
                "IMEI 356938035643809",
                "0.4111111111111111",
                "ES92 2100 0418 4502 0005 1332",
                "RUT 12.345.678-0",
                "123456785",
                "pedido 12345678-5",
                "ORD-12345678-5",
                "CURP XEXX010101HNEXXXA5",
                "RFC EJPM800101AB7",
                "CLABE 032180000118359718",
                "12345678A",
                "X1234567M",
                "CIF A58818502",
                "CUIT 20-12345678-7",
                "32.123.456",
                "NIT 860.002.964-5",
                "1.012.345.678",
                "RUC 20100070971",
                "45678912",
                "motor de 1600 cc y 4 puertas"
            })
    void whatComesCloseStays(String text) {
        assertThat(Redactions.redacted(text)).isEqualTo(text);
    }

    @Test
    void aCardInPartsIsReplacedPartByPart() {
        var chat =
                Redactions.chat(List.of("va: 4111", "ok", "1111", "sí", "1111", "¿y?", "1111 listo"), "c-1", Map.of());

        assertThat(Redactions.texts(Redactions.redactor(Redactions.ALL).redact(chat)))
                .containsExactly("va: [card]", "ok", "[card]", "sí", "[card]", "¿y?", "[card] listo");
    }

    @Test
    void partsThatMakeNoCardStay() {
        var texts = List.of("pedido 4111 1111", "ok", "y el otro 1111 1112");

        assertThat(Redactions.texts(
                        Redactions.redactor(Redactions.ALL).redact(Redactions.chat(texts, "c-1", Map.of()))))
                .isEqualTo(texts);
    }
}
