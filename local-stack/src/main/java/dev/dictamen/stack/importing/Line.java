package dev.dictamen.stack.importing;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file: its number, counted from 1 over all lines, and its bytes as they stand, without the line end; or a chat that was
 * made of a foreign file, with the line in which it begins there.
 */
final class Line {
    private final long number;
    private final @Nullable Long record;
    private final byte[] bytes;

    Line(long number, byte[] bytes) {
        this(number, null, bytes);
    }

    /** @param record which record of a foreign file it is, counted from 1; null where that says nothing */
    Line(long number, @Nullable Long record, byte[] bytes) {
        this.number = number;
        this.record = record;
        this.bytes = bytes;
    }

    long number() {
        return number;
    }

    Rejection refused(@Nullable String chatId, String reason) {
        return new Rejection(number, record, chatId, reason);
    }

    byte[] bytes() {
        return bytes;
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
