package dev.dictamen.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void appendsToItsFileOverRestarts() throws IOException {
        var file = folder.resolve("deeper/journal.ndjson");
        for (int start = 1; start <= 2; start++) {
            try (var journal = Journal.open(file)) {
                journal.add(entry("e/" + start, start));
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(Files.readString(file)).contains("\"attempt\":1", "\"attempt\":2");
    }

    @Test
    void sharesAFileWithAnotherReplicaLineByLine() throws IOException {
        var file = folder.resolve("journal.ndjson");
        try (var one = Journal.open(file);
                var other = Journal.open(file)) {
            for (int i = 0; i < 100; i++) {
                one.add(entry("one", 1));
                other.add(entry("other", 1));
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(200).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void forgetsInMemoryAndKeepsTheFile() throws IOException {
        var file = folder.resolve("journal.ndjson");
        try (var journal = Journal.open(file)) {
            journal.add(entry("e/1", 1));
            assertThat(journal.asNdjson()).contains("\"requestId\":\"e/1\"");

            journal.clear();

            assertThat(journal.asNdjson()).isEmpty();
            assertThat(Files.readAllLines(file)).hasSize(1);
        }
    }

    private static JournalEntry entry(String requestId, int attempt) {
        return new JournalEntry(
                8000,
                requestId,
                requestId,
                attempt,
                0,
                NOW,
                null,
                NOW,
                JournalEntry.Outcome.COMPLETED.wireName(),
                null,
                200,
                null);
    }
}
