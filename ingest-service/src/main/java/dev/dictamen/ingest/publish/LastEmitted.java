package dev.dictamen.ingest.publish;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * What the gate remembers of a chat: the version that went through last and the found record that brought it.
 *
 * @param hash its {@link ContentHash}
 */
record LastEmitted(String hash, long revision, int partition, long offset) {
    private static final byte FORMAT = 1;
    private static final int SIZE = 1 + ContentHash.BYTES + Long.BYTES + Integer.BYTES + Long.BYTES;

    boolean hasContent(String other) {
        return hash.equals(other);
    }

    /** Whether the very record was seen again, as happens when a crash came before its offset was committed. */
    boolean cameFrom(FoundAt found) {
        return partition == found.partition() && offset == found.offset();
    }

    /**
     * Whether the record was written before the one that went through last. The time is asked too, so that offsets that
     * begin anew with a re-created topic do not hide what is new.
     */
    boolean isNewerThan(FoundAt found) {
        return partition == found.partition() && found.offset() < offset && found.timestampMs() <= revision;
    }

    /** Fixed 53 bytes: format 1, hash, revision, partition, offset. */
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
                        .array();
    }

    private static @Nullable LastEmitted read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length != SIZE || bytes[0] != FORMAT) {
            throw new SerializationException("a gate entry of " + bytes.length + " bytes, expected " + SIZE);
        }
        var buffer = ByteBuffer.wrap(bytes, 1, SIZE - 1);
        var hash = new byte[ContentHash.BYTES];
        buffer.get(hash);
        return new LastEmitted(HexFormat.of().formatHex(hash), buffer.getLong(), buffer.getInt(), buffer.getLong());
    }
}
