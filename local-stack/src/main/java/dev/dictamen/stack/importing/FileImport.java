package dev.dictamen.stack.importing;

import dev.dictamen.stack.file.SourceFile;
import dev.dictamen.stack.home.StackSettings;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipException;

/** Reads a file line by line and sends it in batches, a few under way at once, their results taken in the file's order. */
final class FileImport {
    private final IngestClient ingest;
    private final StackSettings settings;
    private final Tally tally;
    private final Progress progress;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private final Batch.Builder batch;

    /** A batch under way, and how much of the file had been read when it left. */
    private record Sent(Future<BatchResult> result, double share) {}

    FileImport(IngestClient ingest, StackSettings settings, Tally tally, Progress progress) {
        this.ingest = ingest;
        this.settings = settings;
        this.tally = tally;
        this.progress = progress;
        this.batch = new Batch.Builder(settings.number("import.batch-lines"), settings.number("import.batch-bytes"));
    }

    /** Why reading stopped before the end, if it did; what was read whole before it has been sent then. */
    Optional<String> run(SourceFile file) throws IOException, InterruptedException {
        return run(new Lines(file.text(), settings.number("import.longest-line")), file);
    }

    /** The same for records that were made of the file. */
    Optional<String> run(Records records, SourceFile file) throws IOException, InterruptedException {
        try (var sending = Executors.newVirtualThreadPerTaskExecutor()) {
            var broken = sendAll(records, file, sending);
            flush(sending, file);
            while (!underWay.isEmpty()) {
                take();
            }
            return broken;
        }
    }

    private Optional<String> sendAll(Records records, SourceFile file, ExecutorService sending)
            throws IOException, InterruptedException {
        int longest = settings.number("import.longest-line");
        try {
            for (var line = records.next(); line.isPresent(); line = records.next()) {
                add(line.get(), longest, sending, file);
            }
            return Optional.empty();
        } catch (EOFException | ZipException e) {
            return Optional.of("the gzip data is broken or ends too early");
        }
    }

    private void add(Line line, int longest, ExecutorService sending, SourceFile file)
            throws IOException, InterruptedException {
        if (line.isBlank()) {
            return;
        }
        if (line.length() > longest) {
            tally.add(line.refused(null, "the line is longer than " + longest + " bytes"));
            return;
        }
        if (!batch.hasRoomFor(line)) {
            flush(sending, file);
        }
        batch.add(line);
    }

    private void flush(ExecutorService sending, SourceFile file) throws IOException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        var full = batch.take();
        underWay.add(new Sent(sending.submit(() -> ingest.send(full)), file.share()));
        if (underWay.size() >= settings.number("import.in-flight")) {
            take();
        }
    }

    private void take() throws IOException, InterruptedException {
        var sent = underWay.remove();
        try {
            tally.add(sent.result().get());
        } catch (ExecutionException e) {
            underWay.forEach(other -> other.result().cancel(true));
            if (e.getCause() instanceof ImportFailedException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
        progress.show(sent.share(), tally);
    }
}
