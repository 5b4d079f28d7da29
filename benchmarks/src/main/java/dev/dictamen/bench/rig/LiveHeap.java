package dev.dictamen.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a service's heap holds after a full collection, from the log that its JVM writes. */
public final class LiveHeap {
    private static final Pattern FULL =
            Pattern.compile("Pause Full \\(Diagnostic Command\\) \\d+M->(\\d+)M", Pattern.MULTILINE);

    private final long pid;
    private final Path log;

    LiveHeap(long pid, Path log) {
        this.pid = pid;
        this.log = log;
    }

    /** Collects now, which pauses the service for some tens of milliseconds. */
    public int megabytes() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        int exit = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("jcmd " + pid + " GC.run ended with " + exit);
        }
        return FULL.matcher(Files.readString(log))
                .results()
                .mapToInt(pause -> Integer.parseInt(pause.group(1)))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IOException("no full collection in " + log));
    }
}
