package dev.dictamen.stack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Names a child process, so that a later start can find it: its pid and a word that its command line must hold. */
record PidFile(Path path) {
    void write(long pid, String mark) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, pid + " " + mark + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /** The process that the file names, when it still runs and is the one that was meant. */
    Optional<ProcessHandle> find() throws IOException {
        var words = Files.readString(path).strip().split(" ", 2);
        if (words.length != 2 || !words[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> CommandLines.of(process).contains(words[1]));
    }
}
