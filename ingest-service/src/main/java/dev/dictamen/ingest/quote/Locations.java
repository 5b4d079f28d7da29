package dev.dictamen.ingest.quote;

/** Where a record lies, in one number: the index of its place, and its offset. */
public final class Locations {
    private static final int OFFSET_BITS = 48;
    private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;

    private Locations() {}

    static long of(int place, long offset) {
        return ((long) place << OFFSET_BITS) | offset;
    }

    public static int place(long location) {
        return (int) (location >>> OFFSET_BITS);
    }

    public static long offset(long location) {
        return location & OFFSET_MASK;
    }
}
