package dev.dictamen.stack.replay;

import dev.dictamen.stack.file.FileRefusedException;
import dev.dictamen.stack.terminal.Dialogue;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.OutputFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Passes an export on as it comes: to standard output, or to a file that is there only when it is whole. */
final class Export {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Replays replays;
    private final Dialogue dialogue;

    /** The form of an export. */
    enum Form {
        CSV,
        JSONL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Export(Replays replays, Dialogue dialogue) {
        this.replays = replays;
        this.dialogue = dialogue;
    }

    int toStandardOutput(String id, String with, Form form) throws IOException, InterruptedException {
        try (var lines = replays.export(id, with, form.word())) {
            var out = dialogue.answers().stream();
            lines.transferTo(out);
            out.flush();
        }
        return ExitCode.DONE;
    }

    int toFile(String id, String with, Form form, Path file, OutputFormat format)
            throws IOException, InterruptedException {
        long bytes;
        try (var lines = replays.export(id, with, form.word())) {
            bytes = write(lines, file);
        }
        var json = JSON.createObjectNode().put("file", file.toString()).put("bytes", bytes);
        dialogue.answers().say(format.isJson() ? json.toString() : file + ": " + Figures.count(bytes) + " bytes");
        return ExitCode.DONE;
    }

    /** What fails while reading is the gateway's fault, what fails before is the file's. */
    private static long write(InputStream lines, Path file) throws IOException {
        var part = createPart(file);
        try {
            long bytes = Files.copy(lines, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path createPart(Path file) {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        var part = file.resolveSibling(file.getFileName() + ".part");
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new FileRefusedException(file + " cannot be written: name a file in a folder that is there");
        }
        try {
            Files.deleteIfExists(part);
            return Files.createFile(part);
        } catch (IOException e) {
            throw new FileRefusedException(file + " cannot be written by this user");
        }
    }
}
