package dev.dictamen.gateway.live;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A place in the stream: the next offset of every partition. Opaque to clients and good on any gateway.
 *
 * @param epoch the topic's id, which a topic made again does not share
 */
record StreamCursor(String epoch, SortedMap<Integer, Long> next) {
    private static final int MOST_PARTITIONS = 1000;
    private static final int LONGEST = 16_384;

    StreamCursor(String epoch, Map<Integer, Long> next) {
        this(epoch, new TreeMap<>(next));
    }

    String encode() {
        String plain = epoch + ";"
                + next.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when this is not a cursor of ours. */
    static Optional<StreamCursor> decode(String encoded) {
        if (encoded.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int end = plain.indexOf(';');
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new StreamCursor(plain.substring(0, end), offsets(plain.substring(end + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<Integer, Long> offsets(String list) {
        var offsets = new TreeMap<Integer, Long>();
        for (String entry : list.split(",", MOST_PARTITIONS)) {
            int colon = entry.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("not a cursor");
            }
            offsets.put(Integer.valueOf(entry.substring(0, colon)), Long.valueOf(entry.substring(colon + 1)));
        }
        return offsets;
    }
}
