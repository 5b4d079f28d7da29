package dev.dictamen.ingest.quote;

import com.carrotsearch.hppc.LongArrayList;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.contract.replay.ReplayReport.Plan.Place;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where the chats of a replay lie, in the order in which they are sent; as {@link ReplayReport.Plan} has them in parts.
 *
 * @param places what locations name by their index
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares plans
public record Plan(List<Place> places, long[] locations) {
    public static final Plan EMPTY = new Plan(List.of(), new long[0]);
    /** So many chats of a part take at most 200 kB. */
    private static final int CHATS_A_PART = 20_000;

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    public int size() {
        return locations.length;
    }

    /** As parts that fit records. */
    public List<ReplayReport.Plan> parts(String replay) {
        int count = Math.max(1, (size() + CHATS_A_PART - 1) / CHATS_A_PART);
        var parts = new ArrayList<ReplayReport.Plan>();
        for (int part = 0; part < count; part++) {
            int from = part * CHATS_A_PART;
            var chats = write(from, Math.min(size(), from + CHATS_A_PART));
            parts.add(new ReplayReport.Plan(replay, part, count, places, chats));
        }
        return parts;
    }

    private String write(int from, int to) {
        var bytes = new ByteArrayOutputStream();
        var before = new long[places.size()];
        for (int i = from; i < to; i++) {
            int place = Locations.place(locations[i]);
            long offset = Locations.offset(locations[i]);
            writeVarint(bytes, place);
            writeVarint(bytes, zigzag(offset - before[place]));
            before[place] = offset;
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static long zigzag(long difference) {
        return (difference << 1) ^ (difference >> (Long.SIZE - 1));
    }

    private static void writeVarint(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes.write((int) ((rest & SEVEN_BITS) | MORE));
            rest >>>= Integer.bitCount(SEVEN_BITS);
        }
        bytes.write((int) rest);
    }

    /** From all its parts, in their order. */
    public static Plan of(List<ReplayReport.Plan> parts) {
        var locations = parts.stream().map(Plan::read).toList();
        return new Plan(
                parts.getFirst().places(),
                locations.stream().flatMapToLong(Arrays::stream).toArray());
    }

    private static long[] read(ReplayReport.Plan part) {
        var bytes = Base64.getDecoder().decode(part.chats());
        var before = new long[part.places().size()];
        var found = new LongArrayList();
        var varints = new Varints(bytes);
        while (varints.hasMore()) {
            int place = (int) varints.next();
            long difference = varints.next();
            before[place] += (difference >>> 1) ^ -(difference & 1);
            found.add(Locations.of(place, before[place]));
        }
        return found.toArray();
    }

    private static final class Varints {
        private final byte[] bytes;
        private int at;

        Varints(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        long next() {
            long value = 0;
            for (int shift = 0; ; shift += Integer.bitCount(SEVEN_BITS)) {
                byte one = bytes[at++];
                value |= (long) (one & SEVEN_BITS) << shift;
                if ((one & MORE) == 0) {
                    return value;
                }
            }
        }
    }
}
