package dev.dictamen.ingest.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that must not be longer than its limit: reading beyond it throws {@link TooLargeException}. */
final class BoundedInputStream extends FilterInputStream {
    private final long limit;
    private long count;

    BoundedInputStream(InputStream body, long limitBytes) {
        super(body);
        this.limit = limitBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        add(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        add(Math.max(0, read));
        return read;
    }

    private void add(int read) throws TooLargeException {
        count += read;
        if (count > limit) {
            throw new TooLargeException("the body is longer than " + limit + " bytes; send it in parts");
        }
    }
}
