package dev.dictamen.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no preset reads is told in one sentence, and read by a mapping that is drafted from it. */
class UnknownFilesTest {
    private static final String HELP_DESK = """
            {"exported": "hoy", "casos": [
              {"codigo": "C-1", "situacion": "cerrado", "lineas": [
                {"quien": "cliente", "dijo": "Buenas, no me llega el correo", "cuando": "2026-03-01T10:00:00Z"},
                {"quien": "agente", "dijo": "Lo reviso enseguida, un momento", "cuando": "2026-03-01T10:01:00Z"}]},
              {"codigo": "C-2", "situacion": "cerrado", "lineas": [
                {"quien": "cliente", "dijo": "¿Y mi reembolso, por favor?", "cuando": "2026-03-02T10:00:00Z"}]}]}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"foo\": 1}\\n{\"foo\": 2}            | 'foo'",
                "[{\"id\": 1, \"inbox_id\": 2}]         | nearest is chatwoot, which needs messages",
                "[1, 2, 3]                              | without any record",
                "hola, esto es una carta sin más        | 'hola'",
                "una frase                              | neither JSON nor CSV",
                "a;b;c\\n1;2;3                          | columns ('a', 'b', 'c')",
                "[12/03/24, 14:05:33] Ana: Hola         | its writers are Ana"
            })
    void oneSentenceForTheWholeFile(String text, String says) {
        var read = read(text.replace("\\n", "\n"));

        assertThat(read).singleElement().asString().startsWith("unreadable: ").contains(says);
    }

    @Test
    void aFormatThatIsNotThereListsThoseThatAre() {
        assertThat(read("[]", "--format=chatvoot"))
                .singleElement()
                .asString()
                .contains("chatwoot, chatwoot-messages, rocketchat");
    }

    @Test
    void textThatIsNotUtf8SaysSo() {
        var latin = "conversación_id,autor,texto\n1,cliente,Sí\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ConvertedFile.of("a.csv", latin)).singleElement().asString().contains("--charset windows-1252");
    }

    @Test
    void aDraftReadsTheFileItWasMadeFrom() throws IOException {
        var file = Files.writeString(folder.resolve("mesa.json"), HELP_DESK);
        var draft = folder.resolve("draft.yml");

        assertThat(inspect(file.toString(), "--out", draft.toString())).contains("The draft is in");

        assertThat(read(HELP_DESK, "--format=" + draft))
                .contains(
                        "line 2 record 1 chat \"C-1\" {}",
                        "  customer 2026-03-01T10:00:00Z \"Buenas, no me llega el correo\"",
                        "  agent 2026-03-01T10:01:00Z \"Lo reviso enseguida, un momento\"",
                        "line 5 record 2 chat \"C-2\" {}");
    }

    @Test
    void aDraftOfCsvNamesItsColumns() throws IOException {
        var text =
                "Nº caso,Escribe,Frase,Momento\n7,C,Hola tengo una duda,01/03/2026 10:00\n7,A,Dígame cuál es,01/03/2026 10:01\n";
        var file = Files.writeString(folder.resolve("casos.csv"), text);
        var draft = Files.writeString(folder.resolve("draft.yml"), inspect(file.toString()));

        assertThat(read(text, "--format=" + draft))
                .contains(
                        "  customer 2026-03-01T10:00:00Z \"Hola tengo una duda\"",
                        "  agent 2026-03-01T10:01:00Z \"Dígame cuál es\"");
    }

    @Test
    void aFileThatAPresetReadsNeedsNoDraft() throws IOException {
        var file = Files.writeString(folder.resolve("m.json"), "[{\"role\": \"user\", \"content\": \"Hola\"}]");

        assertThat(inspect(file.toString())).contains("is read by the preset openai-messages");
    }

    private static String inspect(String... arguments) {
        var out = new ByteArrayOutputStream();
        new InspectFileMain(new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> read(String text, String... options) {
        return ConvertedFile.of("x.json", text.getBytes(StandardCharsets.UTF_8), options);
    }
}
