package dev.dictamen.stack.importing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Lines that travel in one request. */
record Batch(List<Line> lines) {
    Batch {
        lines = List.copyOf(lines);
    }

    byte[] body() {
        var body = new ByteArrayOutputStream();
        for (var line : lines) {
            line.writeTo(body);
            body.write('\n');
        }
        return body.toByteArray();
    }

    /** The line that is the {@code place}th of this body, counted from 1. */
    Line at(int place) {
        return lines.get(place - 1);
    }

    /** The number in the file of that line. */
    long numberAt(int place) {
        return at(place).number();
    }

    /** Gathers lines until a batch is full. */
    static final class Builder {
        private final int mostLines;
        private final int mostBytes;
        private final List<Line> lines = new ArrayList<>();
        private int bytes;

        Builder(int mostLines, int mostBytes) {
            this.mostLines = mostLines;
            this.mostBytes = mostBytes;
        }

        boolean hasRoomFor(Line line) {
            return lines.isEmpty() || (lines.size() < mostLines && bytes + line.length() < mostBytes);
        }

        void add(Line line) {
            lines.add(line);
            bytes += line.length() + 1;
        }

        boolean isEmpty() {
            return lines.isEmpty();
        }

        Batch take() {
            var batch = new Batch(lines);
            lines.clear();
            bytes = 0;
            return batch;
        }
    }
}
