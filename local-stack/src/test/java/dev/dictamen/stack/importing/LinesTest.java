package dev.dictamen.stack.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\nb\nc\n", "a\nb\nc", "a\r\nb\r\nc\r\n", "a\rb\rc", "a\rb\r\nc\n"})
    void everyLineEndIsUnderstood(String text) throws IOException {
        assertThat(linesOf(text)).containsExactly("1:a", "2:b", "3:c");
    }

    @Test
    void blankLinesAreCounted() throws IOException {
        assertThat(linesOf("\n\na\n\r\n \t\nb")).containsExactly("1:", "2:", "3:a", "4:", "5: \t", "6:b");
    }

    @Test
    void lineSeparatorsOfUnicodeAreText() throws IOException {
        assertThat(linesOf("a\u2028b\u2029c\u0085d\n")).containsExactly("1:a\u2028b\u2029c\u0085d");
    }

    @Test
    void noBytesAreNoLines() throws IOException {
        assertThat(linesOf("")).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsGivenWithOneByteMoreThanTheLimit() throws IOException {
        var lines = new Lines(bytes("x".repeat(1000) + "\nb"), 10);

        assertThat(lines.next().orElseThrow().length()).isEqualTo(11);
        assertThat(text(lines.next().orElseThrow())).isEqualTo("2:b");
    }

    private static List<String> linesOf(String text) throws IOException {
        var lines = new Lines(bytes(text), 100);
        var found = new ArrayList<String>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            found.add(text(line.get()));
        }
        return found;
    }

    private static String text(Line line) {
        var out = new ByteArrayOutputStream();
        line.writeTo(out);
        return line.number() + ":" + out.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
