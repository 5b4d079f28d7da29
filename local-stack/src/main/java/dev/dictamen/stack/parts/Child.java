package dev.dictamen.stack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One life of a child process. It runs in a session of its own where the system has {@code setsid}, so that a Ctrl-C at the
 * terminal reaches the launcher alone, which then stops every part in order.
 */
final class Child {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long LOG_LIMIT = 10L << 20;

    private final Launch launch;
    private final Process process;
    private final long startedNanos = System.nanoTime();
    private final long logStart;

    private Child(Launch launch, Process process, long logStart) {
        this.launch = launch;
        this.process = process;
        this.logStart = logStart;
    }

    static Child start(Launch launch, String mark) throws IOException {
        var log = launch.files().log();
        Files.createDirectories(launch.files().workingDirectory());
        LogTail.rotate(log, LOG_LIMIT);
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        var builder = new ProcessBuilder(detached(launch.command()))
                .directory(launch.files().workingDirectory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        var process = builder.start();
        new PidFile(launch.files().pidFile()).write(process.pid(), mark);
        return new Child(launch, process, logStart);
    }

    private static List<String> detached(List<String> command) {
        var words = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.addAll(command);
        return words;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Why it ended, in its own words: exit code and the telling line of its log. */
    String endReason() {
        var reason = LogTail.of(launch.files().log(), logStart).reason();
        var ended = process.isAlive() ? "still running" : "ended with exit code " + process.exitValue();
        return reason.isEmpty() ? ended : ended + ": " + reason;
    }

    /** Asks it to finish, waits as long as it may take, and then ends it. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(launch.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
