package dev.dictamen.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The name of an instance outlives its process. */
class InstanceIdTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderKeepsItsIdAndAnotherFolderHasAnother() {
        var id = InstanceId.in(folder.resolve("a/b"));

        assertThat(InstanceId.in(folder.resolve("a/b"))).isEqualTo(id);
        assertThat(InstanceId.in(folder.resolve("c"))).isNotEqualTo(id);
    }

    @Test
    void anEmptyFileFromACrashIsReplaced() throws IOException {
        Files.writeString(folder.resolve("instance-id"), "");

        assertThat(InstanceId.in(folder).value()).startsWith("gate-");
    }
}
