package dev.dictamen.stack.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of JSON lines: plain or gzip by its first bytes, not by its name; a UTF-8 byte order mark is passed over. */
public final class SourceFile implements AutoCloseable {
    private static final int LOOK = 8192;
    private static final int START = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long size;
    private final AtomicLong read = new AtomicLong();
    private final InputStream raw;
    private final InputStream text;

    private SourceFile(Path path) throws IOException {
        this.path = path;
        this.size = Files.size(path);
        this.raw = new BufferedInputStream(counted(Files.newInputStream(path)), BUFFER);
        this.text = open();
    }

    /** @throws FileRefusedException when there is no such file or it cannot be JSON lines */
    public static SourceFile open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new FileRefusedException("There is no file " + path);
        }
        if (Files.isDirectory(path)) {
            throw new FileRefusedException(path + " is a folder; name one JSONL file");
        }
        if (!Files.isReadable(path)) {
            throw new FileRefusedException(path + " cannot be read by this user");
        }
        return new SourceFile(path);
    }

    private InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                read.addAndGet(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = super.read(bytes, from, length);
                read.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    private InputStream open() throws IOException {
        var kind = FileKind.of(look(raw));
        if (kind.isEmpty() || kind.get() != FileKind.GZIP) {
            return checked(raw);
        }
        try {
            return checked(new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER));
        } catch (EOFException | ZipException e) {
            throw new FileRefusedException(
                    path.getFileName() + ": the gzip data is broken or ends too early; nothing was read");
        }
    }

    private InputStream checked(InputStream in) throws IOException {
        var start = look(in);
        FileKind.refusal(start).ifPresent(refusal -> {
            throw new FileRefusedException(path.getFileName() + " is " + refusal.replace("FILE", path.toString()));
        });
        if (FileKind.of(start).filter(kind -> kind == FileKind.UTF8_WITH_MARK).isPresent()) {
            in.skipNBytes(FileKind.UTF8_WITH_MARK.length());
        }
        return in;
    }

    private static byte[] look(InputStream in) throws IOException {
        in.mark(LOOK);
        var start = in.readNBytes(LOOK);
        in.reset();
        return start;
    }

    public InputStream text() {
        return text;
    }

    /** The text's first megabyte, or what there is of it; it is read again afterwards. */
    public byte[] start() throws IOException {
        text.mark(START);
        var start = new ByteArrayOutputStream();
        try {
            var buffer = new byte[LOOK];
            for (int read = text.read(buffer); read >= 0 && start.size() < START - LOOK; read = text.read(buffer)) {
                start.write(buffer, 0, read);
            }
        } catch (EOFException | ZipException e) {
            // who reads the text comes to the same place
        }
        text.reset();
        return start.toByteArray();
    }

    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** How much of the file has been read, from 0 to 1. */
    public double share() {
        return size == 0 ? 1 : (double) read.get() / size;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
