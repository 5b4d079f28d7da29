package dev.dictamen.ingest.gate;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * What the gate remembers of a chat: the version that went through last and the found record that brought it.
 *
 * @param hash its {@link ContentHash}
 * @param closedAtMs its closing time, milliseconds since 1970; {@link #NO_TIME} where it had none
 */
record LastEmitted(String hash, long revision, int partition, long offset, long closedAtMs) {
    static final long NO_TIME = Long.MIN_VALUE;

    private static final byte FORMAT = 2;
    private static final int SIZE = 1 + ContentHash.BYTES + Long.BYTES + Integer.BYTES + Long.BYTES + Long.BYTES;
    /** Written before the closing time was kept. */
    private static final byte FORMAT_1 = 1;

    boolean hasContent(String other) {
        return hash.equals(other);
    }

    /** Whether the very record was seen again, as happens when a crash came before its offset was committed. */
    boolean cameFrom(FoundAt found) {
        return partition == found.partition() && offset == found.offset();
    }

    /**
     * Whether the record was written before the one that went through last. The time is asked too, so that offsets that
     * begin again with a re-created topic do not hide what is new.
     */
    boolean isNewerThan(FoundAt found) {
        return partition == found.partition() && found.offset() < offset && found.timestampMs() <= revision;
    }

    @Nullable
    Instant closedAt() {
        return closedAtMs == NO_TIME ? null : Instant.ofEpochMilli(closedAtMs);
    }

    /** Fixed 61 bytes: format 2, hash, revision, partition, offset, closing time. */
    static Serde<LastEmitted> serde() {
        return Serdes.serdeFrom((topic, entry) -> write(entry), (topic, bytes) -> read(bytes));
    }

    private static byte @Nullable [] write(@Nullable LastEmitted entry) {
        return entry == null
                ? null
                : ByteBuffer.allocate(SIZE)
                        .put(FORMAT)
                        .put(HexFormat.of().parseHex(entry.hash))
                        .putLong(entry.revision)
                        .putInt(entry.partition)
                        .putLong(entry.offset)
                        .putLong(entry.closedAtMs)
                        .array();
    }

    private static @Nullable LastEmitted read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        boolean isOld = bytes.length == SIZE - Long.BYTES && bytes[0] == FORMAT_1;
        if (!isOld && (bytes.length != SIZE || bytes[0] != FORMAT)) {
            throw new SerializationException("a gate entry of " + bytes.length + " bytes, expected " + SIZE);
        }
        var buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        var hash = new byte[ContentHash.BYTES];
        buffer.get(hash);
        return new LastEmitted(
                HexFormat.of().formatHex(hash),
                buffer.getLong(),
                buffer.getInt(),
                buffer.getLong(),
                isOld ? NO_TIME : buffer.getLong());
    }
}
