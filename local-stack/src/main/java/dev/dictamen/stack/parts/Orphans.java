package dev.dictamen.stack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Children that outlived a killed launcher, found by their pid files. A pid that meanwhile names another program is left
 * alone.
 */
public final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Path folder;

    public Orphans(Path folder) {
        this.folder = folder;
    }

    /** Ends them, all at once, and returns the names of their parts. */
    public List<String> end() throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        var processes = new ArrayList<ProcessHandle>();
        for (var file : pidFiles()) {
            var pidFile = new PidFile(file);
            pidFile.find().ifPresent(process -> {
                names.add(file.getFileName().toString().replace(".pid", ""));
                processes.add(process);
                process.destroy();
            });
            pidFile.delete();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var process : processes) {
            awaitEnd(process, deadline);
        }
        return names;
    }

    private List<Path> pidFiles() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .sorted()
                    .toList();
        }
    }

    private static void awaitEnd(ProcessHandle process, long deadline) throws InterruptedException {
        try {
            process.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException stillThere) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
