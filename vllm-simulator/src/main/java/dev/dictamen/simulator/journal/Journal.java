package dev.dictamen.simulator.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls that have ended, oldest first, as NDJSON. Memory keeps the last {@value #KEPT}; the file, if there is one, keeps
 * all, over restarts, and may be shared by several replicas, since a line is one appending write. A call cut by the end of
 * the simulator's own process leaves no line.
 */
public final class Journal implements Closeable {
    /** Most lines kept in memory. */
    static final int KEPT = 100_000;

    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Deque<String> lines = new ArrayDeque<>();
    private final @Nullable FileChannel file;

    private Journal(@Nullable FileChannel file) {
        this.file = file;
    }

    /** A journal that also appends to the file, whose folders are made where they lack; memory only without a file. */
    public static Journal open(@Nullable Path path) throws IOException {
        if (path == null) {
            return new Journal(null);
        }
        var absolute = path.toAbsolutePath();
        var folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new Journal(FileChannel.open(
                absolute, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    public synchronized void add(JournalEntry entry) {
        var line = JSON.writeValueAsString(entry) + "\n";
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
        append(line);
    }

    /** The lines in memory. */
    public synchronized String asNdjson() {
        return lines.stream().collect(Collectors.joining());
    }

    /** Forgets the lines in memory; the file stays as it is. */
    public synchronized void clear() {
        lines.clear();
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void append(String line) {
        if (file == null) {
            return;
        }
        try {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            log.error("event=journal-unwritten keptIn=memory", e);
        }
    }
}
