package dev.dictamen.stack.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts bytes into lines at LF, CR LF and CR, and nowhere else. A line longer than the limit is given with its first bytes
 * only, one more than the limit. When reading fails, the line that was not read whole is not given.
 */
final class Lines implements Records {
    private static final int END = -1;

    private final InputStream in;
    private final int longest;
    private long number;
    private int ahead;

    /** @param in buffered, behind any byte order mark */
    Lines(InputStream in, int longest) throws IOException {
        this.in = in;
        this.longest = longest;
        this.ahead = in.read();
    }

    @Override
    public Optional<Line> next() throws IOException {
        if (ahead == END) {
            return Optional.empty();
        }
        number++;
        var content = new ByteArrayOutputStream(4096);
        while (ahead != END && ahead != '\n' && ahead != '\r') {
            if (content.size() <= longest) {
                content.write(ahead);
            }
            ahead = in.read();
        }
        skipLineEnd();
        return Optional.of(new Line(number, content.toByteArray()));
    }

    private void skipLineEnd() throws IOException {
        boolean carriageReturn = ahead == '\r';
        if (ahead != END) {
            ahead = in.read();
        }
        if (carriageReturn && ahead == '\n') {
            ahead = in.read();
        }
    }
}
