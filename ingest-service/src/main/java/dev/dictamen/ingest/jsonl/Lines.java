package dev.dictamen.ingest.jsonl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Cuts bytes into lines at LF, CR LF and CR, and nowhere else: U+2028, U+2029 and U+0085 are text. Blank lines are
 * counted and passed over. Holds one line at a time. Not for several threads.
 */
public final class Lines {
    private static final int END = -1;

    private final InputStream bytes;
    private final int longest;
    private final byte[] ahead = new byte[8192];
    private int at;
    private int limit;
    private long number;
    private boolean afterCarriageReturn;
    private boolean atEnd;

    /** @param bytes behind any byte order mark */
    public Lines(InputStream bytes) {
        this(bytes, Limits.LINE_BYTES);
    }

    /** @param longest most bytes of a line */
    public Lines(InputStream bytes, int longest) {
        this.bytes = bytes;
        this.longest = longest;
    }

    /** The next line with content. Throws what reading throws, never returning a line that was not read whole. */
    public Line next() throws IOException {
        while (!atEnd) {
            Line line = read();
            if (!(line instanceof Line.Content content && content.isBlank())) {
                return line;
            }
        }
        return new Line.End();
    }

    private Line read() throws IOException {
        number++;
        var content = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        for (int next = first(); !isEnd(next); next = nextByte()) {
            if (content.size() < longest) {
                content.write(next);
            } else {
                tooLong = true;
            }
        }
        return tooLong ? new Line.TooLong(number) : new Line.Content(number, ByteBuffer.wrap(content.toByteArray()));
    }

    /** Swallows the LF of a CR LF. */
    private int first() throws IOException {
        int next = nextByte();
        return afterCarriageReturn && next == '\n' ? nextByte() : next;
    }

    /** Waits for one byte, and takes with it what else has come. */
    private int nextByte() throws IOException {
        if (at < limit) {
            return ahead[at++] & 0xFF;
        }
        int next = bytes.read();
        at = 0;
        limit = next == END ? 0 : Math.max(0, bytes.read(ahead, 0, Math.min(bytes.available(), ahead.length)));
        return next;
    }

    private boolean isEnd(int next) {
        atEnd = next == END;
        afterCarriageReturn = next == '\r';
        return atEnd || next == '\n' || next == '\r';
    }
}
