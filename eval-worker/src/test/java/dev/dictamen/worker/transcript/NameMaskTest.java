package dev.dictamen.worker.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Marta García | Hola, soy Marta García.           | Hola, soy [agente].",
                "Marta García | hola, soy marta  garcía           | hola, soy [agente]",
                "Marta García | Gracias, Marta. ¿Sra. GARCÍA?     | Gracias, [agente]. ¿Sra. [agente]?",
                "Marta García | Martalina y marta                 | Martalina y marta",
                "Rosa del Río | la rosa del jardín. Del río, Rosa | la rosa del jardín. Del río, [agente]",
                "Óscar        | gracias óscar                     | gracias [agente]",
                "Al           | al final                          | al final",
                "A.(B         | A.(B y AxB                        | [agente] y AxB",
            })
    void theAgentsNameIsHiddenWhereverItIsWrittenAsAName(String name, String text, String shown) {
        assertThat(NameMask.of(name).applyTo(text)).isEqualTo(shown);
    }

    @Test
    void withoutANameNothingIsHidden() {
        assertThat(NameMask.of(null).applyTo("Marta")).isEqualTo("Marta");
        assertThat(NameMask.of("  ").applyTo("Marta")).isEqualTo("Marta");
    }
}
