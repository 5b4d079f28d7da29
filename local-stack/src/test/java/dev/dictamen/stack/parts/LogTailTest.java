package dev.dictamen.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path folder;

    @Test
    void takesSpringsOwnDescriptionOfAFailedStart() throws Exception {
        var log = log("""
                Caused by: something deep
                APPLICATION FAILED TO START
                Description:

                Web server failed to start. Port 8080 was already in use.

                Action:
                """);

        assertThat(LogTail.of(log, 0).reason()).isEqualTo("Web server failed to start. Port 8080 was already in use.");
    }

    @Test
    void takesTheLastErrorButNotTheServersFarewell() throws Exception {
        var log = log("0 [ERROR] Table 'mysql.db' doesn't exist\n0 [ERROR] Aborting\n");

        assertThat(LogTail.of(log, 0).reason()).isEqualTo("0 [ERROR] Table 'mysql.db' doesn't exist");
    }

    @Test
    void passesOverWhatAnEarlierLifeWrote() throws Exception {
        var log = log("ERROR of yesterday\n");
        long from = Files.size(log);
        Files.writeString(log, "ERROR of yesterday\nstarting today\n");

        assertThat(LogTail.of(log, from).reason()).isEqualTo("starting today");
    }

    @Test
    void anUnreadableLogHasNoReason() {
        assertThat(LogTail.of(folder.resolve("absent.log"), 0).reason()).isEmpty();
    }

    private Path log(String text) throws Exception {
        return Files.writeString(folder.resolve("part.log"), text);
    }
}
