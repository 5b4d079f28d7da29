package dev.dictamen.stack.importing;

import dev.dictamen.stack.file.SourceFile;
import dev.dictamen.stack.services.ServiceClasses;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;

/**
 * Ingest-service's reader of foreign files, as a child process: it gets the file's text and gives chats in our own form. The child is
 * gone when this is closed.
 */
final class Converter implements AutoCloseable {
    private static final String READER = "dev.dictamen.ingest.files.ConvertMain";
    private static final int BUFFER = 1 << 16;
    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private volatile String broken = "";

    private Converter(Process process) {
        this.process = process;
    }

    /** @param options the child's own: which format, which zone, … */
    static Converter start(Path project, SourceFile file, List<String> options) throws IOException {
        var command = new ArrayList<>(ServiceClasses.in(project).command("ingest-service", READER));
        command.add("--name=" + file.name());
        command.addAll(options);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var converter = new Converter(process);
        Thread.ofVirtual().name("file-to-reader").start(() -> converter.feed(file.text()));
        return converter;
    }

    /** A child that has read enough closes its end: what is left of the file is of no use then. */
    private void feed(InputStream text) {
        try (var in = process.getOutputStream()) {
            var buffer = new byte[BUFFER];
            for (int read = read(text, buffer); read >= 0; read = read(text, buffer)) {
                in.write(buffer, 0, read);
            }
        } catch (IOException childHasEnough) {
            return;
        }
    }

    private int read(InputStream text, byte[] buffer) throws IOException {
        try {
            return text.read(buffer);
        } catch (EOFException | ZipException e) {
            broken = "the gzip data is broken or ends too early";
            return -1;
        }
    }

    /** What the child writes. */
    InputStream frames() {
        return new BufferedInputStream(process.getInputStream(), BUFFER);
    }

    /** Why the file could not be read to its end, if it could not. */
    Optional<String> broken() {
        return Optional.of(broken).filter(why -> !why.isEmpty());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
