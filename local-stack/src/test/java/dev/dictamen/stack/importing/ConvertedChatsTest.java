package dev.dictamen.stack.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.stack.file.FileRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertedChatsTest {
    private static final String END =
            "E\t{\"format\":\"zendesk\",\"leftOut\":{\"not closed\":2},\"unreadTimes\":1,\"examples\":[\"'ayer'\"],\"lacksZone\":false,\"broken\":null}\n";

    @TempDir
    Path folder;

    @Test
    void chatsAndRefusalsCarryTheirPlacesInTheForeignFile() throws IOException {
        var tally = new Tally(new ImportReport(folder.resolve("report.jsonl")));
        var chats = chats("C\t31\t2\t{\"a\":\"x\ty\"}\nR\t40\t3\tc-3\tno text\nR\t50\t0\t\tbroken\n" + END, tally);

        var line = chats.next().orElseThrow();
        assertThat(chats.next()).isEmpty();

        assertThat(new String(line.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"x\ty\"}");
        assertThat(line.refused(null, "why").place()).isEqualTo("line 31, record 2");
        assertThat(tally.first())
                .containsExactly(new Rejection(40, 3L, "c-3", "no text"), new Rejection(50, null, null, "broken"));
        assertThat(chats.summary().leftOut()).containsEntry("not closed", 2L);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsSentence() throws IOException {
        var chats = chats("F\tx.json is no known format\n", new Tally(new ImportReport(folder.resolve("r"))));

        assertThatThrownBy(chats::next)
                .isInstanceOf(FileRefusedException.class)
                .hasMessage("x.json is no known format");
    }

    @Test
    void aReaderThatEndsWithoutASummaryFailsTheImport() throws IOException {
        var chats = chats("C\t1\t1\t{}\n", new Tally(new ImportReport(folder.resolve("r"))));
        chats.next();

        assertThatThrownBy(chats::next).isInstanceOf(ImportFailedException.class);
    }

    private static ConvertedChats chats(String frames, Tally tally) throws IOException {
        return new ConvertedChats(new ByteArrayInputStream(frames.getBytes(StandardCharsets.UTF_8)), 1000, tally);
    }
}
