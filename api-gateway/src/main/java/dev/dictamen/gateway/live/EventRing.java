package dev.dictamen.gateway.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The newest events of every partition, for those who come back. Not safe for threads: {@link LiveHub} guards it. */
class EventRing {
    private final int size;
    private final Map<Integer, Partition> partitions = new TreeMap<>();
    private String epoch = "";

    EventRing(int size) {
        this.size = size;
    }

    private static final class Partition {
        private final Deque<LiveEvent> events = new ArrayDeque<>();
        private long oldest;
        private long next;

        Partition(long start) {
            this.oldest = start;
            this.next = start;
        }
    }

    /** Begins again; everything from these offsets on will be added. */
    void start(String topicEpoch, Map<Integer, Long> offsets) {
        epoch = topicEpoch;
        partitions.clear();
        offsets.forEach((partition, offset) -> partitions.put(partition, new Partition(offset)));
    }

    void add(LiveEvent event) {
        var partition = partitions.computeIfAbsent(event.partition(), number -> new Partition(event.offset()));
        partition.events.addLast(event);
        partition.next = event.offset() + 1;
        if (partition.events.size() > size) {
            partition.oldest = partition.events.removeFirst().offset() + 1;
        }
    }

    /** Moves on over records that are nobody's business here. */
    void advance(Map<Integer, Long> next) {
        next.forEach((number, offset) -> {
            var partition = partitions.computeIfAbsent(number, added -> new Partition(offset));
            partition.next = Math.max(partition.next, offset);
        });
    }

    StreamCursor cursor() {
        var next = new TreeMap<Integer, Long>();
        partitions.forEach((number, partition) -> next.put(number, partition.next));
        return new StreamCursor(epoch, next);
    }

    /** All events from the cursor on; empty when some of them are no longer here. */
    Optional<List<LiveEvent>> since(StreamCursor cursor) {
        if (!cursor.epoch().equals(epoch)) {
            return Optional.empty();
        }
        List<LiveEvent> missed = new ArrayList<>();
        for (var entry : partitions.entrySet()) {
            long from = cursor.next().getOrDefault(entry.getKey(), 0L);
            if (from < entry.getValue().oldest) {
                return Optional.empty();
            }
            entry.getValue().events.stream()
                    .filter(event -> event.offset() >= from)
                    .forEach(missed::add);
        }
        return Optional.of(missed);
    }
}
