package dev.dictamen.ingest.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is replaced, where, and by what; the kinds have tests of their own. */
class RedactorTest {
    @Test
    void messagesAttributesAndTheCustomerAreRedactedAndNothingElse() {
        var chat = Redactions.chat(
                List.of("soy ana@correo.example", "gracias"), "+56 9 8765 4321", Map.of("nota", "RUT 12.345.678-5"));

        var redacted = Redactions.redactor(Redactions.ALL).redact(chat);

        assertThat(Redactions.texts(redacted)).containsExactly("soy [email]", "gracias");
        assertThat(redacted.attributes()).containsExactly(Map.entry("nota", "RUT [id]"));
        assertThat(redacted.customerRef()).isEqualTo("[phone]");
        assertThat(redacted)
                .usingRecursiveComparison()
                .ignoringFields("messages", "attributes", "customerRef")
                .isEqualTo(chat);
        assertThat(redacted.messages().getFirst().index()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"56987654321", "5215512345678", "ana@correo.example", "12.345.678-5"})
    void aReferenceThatIsPersonalIsReplaced(String reference) {
        var chat = Redactions.chat(List.of(), reference, Map.of());

        assertThat(Redactions.redactor(Redactions.ALL).redact(chat).customerRef())
                .startsWith("[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "c-987654", "73075136-b637-6ae1-2978-d0164a49549e", "1234567890"})
    void anyOtherReferenceStays(String reference) {
        var chat = Redactions.chat(List.of(), reference, Map.of());

        assertThat(Redactions.redactor(Redactions.ALL).redact(chat).customerRef())
                .isEqualTo(reference);
    }

    @Test
    void theQuestionNamesWhatTheAnswerHolds() {
        var chat = Redactions.chat(
                List.of(
                        "hola",
                        "¿Me indica su teléfono?",
                        "987654321",
                        "¿Y su cédula?",
                        "1012345678",
                        "¿Su pedido?",
                        "987654321"),
                "c-1",
                Map.of());

        assertThat(Redactions.texts(Redactions.redactor(Redactions.ALL).redact(chat)))
                .containsExactly(
                        "hola",
                        "¿Me indica su teléfono?",
                        "[phone]",
                        "¿Y su cédula?",
                        "[id]",
                        "¿Su pedido?",
                        "987654321");
    }

    @Test
    void onlyTheKindsThatAreSetAreReplaced() {
        var chat = Redactions.chat(List.of("ana@correo.example, 4111 1111 1111 1111"), "c-1", Map.of());

        assertThat(Redactions.texts(Redactions.redactor(List.of("email")).redact(chat)))
                .containsExactly("[email], 4111 1111 1111 1111");
        assertThat(Redactions.redactor(List.of("none")).redact(chat)).isSameAs(chat);
    }

    @Test
    void anUnknownKindIsNamedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedactionProperties(List.of("email", "rut")))
                .withMessageContainingAll("\"rut\"", "email", "phone", "card", "iban", "cl", "pe", "none");
        assertThatIllegalArgumentException().isThrownBy(() -> new RedactionProperties(List.of()));
    }

    @Test
    void whatIsReplacedIsCountedByKindFromZero() {
        var registry = new SimpleMeterRegistry();
        var redactor = new Redactor(new RedactionProperties(Redactions.ALL), new RedactionMetrics(registry));

        redactor.redact(Redactions.chat(List.of("ana@correo.example y eva@correo.example"), "c-1", Map.of()));

        assertThat(registry.get("redaction.replaced")
                        .tag("kind", "email")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("redaction.replaced")
                        .tag("kind", "card")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void redactingTwiceChangesNothing() {
        String once = Redactions.redacted("llámame al +34 612 345 678 o escribe a ana@correo.example, DNI 12345678Z");

        assertThat(once).isEqualTo("llámame al [phone] o escribe a [email], DNI [id]");
        assertThat(Redactions.redacted(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "12-",
                "a.",
                "@",
                "a@",
                "a@b.",
                "+1",
                "tel 1",
                "X1234567",
                "ES91 ",
                "1.1",
                "4111 ",
                "(1)",
                "\u200B1",
                "a at b dot "
            })
    @Timeout(120)
    void aHostileMessageComesToAnEnd(String unit) {
        String hostile = unit.repeat(300_000 / unit.length());

        assertThat(Redactions.redacted(hostile)).isNotEmpty();
    }
}
