package dev.dictamen.stack.importing;

import java.io.ByteArrayOutputStream;

/** A line of the file: its number, counted from 1 over all lines, and its bytes as they stand, without the line end. */
final class Line {
    private final long number;
    private final byte[] bytes;

    Line(long number, byte[] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    long number() {
        return number;
    }

    int length() {
        return bytes.length;
    }

    void writeTo(ByteArrayOutputStream out) {
        out.writeBytes(bytes);
    }

    /** Whether nothing but blanks and tabs is in it. */
    boolean isBlank() {
        for (byte next : bytes) {
            if (next != ' ' && next != '\t') {
                return false;
            }
        }
        return true;
    }
}
