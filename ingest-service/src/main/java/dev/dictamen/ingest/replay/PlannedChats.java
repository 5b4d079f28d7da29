package dev.dictamen.ingest.replay;

import dev.dictamen.contract.replay.ReplayReport.Plan.Place;
import dev.dictamen.ingest.quote.Locations;
import dev.dictamen.ingest.quote.Plan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The chats of a plan in its order, read ahead a little: each partition is read once, from its first planned record to its last. For one
 * thread.
 */
final class PlannedChats implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int MOST_RECORDS_AHEAD = 100;
    private static final int MOST_BYTES_AHEAD = 1_000_000;
    /** A gap that is cheaper to seek over than to read. */
    private static final long GAP = 1_000;

    private final Consumer<String, byte[]> consumer;
    private final Plan plan;
    private final Map<TopicPartition, Source> sources = new HashMap<>();
    private final List<Source> byPlace = new ArrayList<>();
    private int next;

    /**
     * @param consumer that nobody else uses; it is closed with this
     * @param position chats of the plan that were sent
     */
    PlannedChats(Consumer<String, byte[]> consumer, Plan plan, long position) {
        this.consumer = consumer;
        this.plan = plan;
        this.next = Math.toIntExact(position);
        for (var place : plan.places()) {
            var source = new Source(place);
            sources.put(source.partition, source);
            byPlace.add(source);
        }
        for (int i = next; i < plan.size(); i++) {
            source(i).wanted.add(Locations.offset(plan.locations()[i]));
        }
        consumer.assign(sources.keySet());
        sources.values().forEach(this::seek);
    }

    /** The next chat of the plan. */
    sealed interface Next {
        /** As it lies in its topic. */
        record Found(ConsumerRecord<String, byte[]> record) implements Next {}

        /** Its topic holds it no more. */
        record Gone() implements Next {}

        /** Not read yet: ask again. */
        record NotYet() implements Next {}
    }

    boolean hasNext() {
        return next < plan.size();
    }

    Next next() {
        if (!hasNext()) {
            throw new IllegalStateException("the plan has no more chats");
        }
        var source = source(next);
        if (source.isWaiting()) {
            read();
        }
        var found = source.take();
        if (!(found instanceof Next.NotYet)) {
            next++;
        }
        return found;
    }

    private Source source(int number) {
        return byPlace.get(Locations.place(plan.locations()[number]));
    }

    private void read() {
        for (var source : sources.values()) {
            if (source.isFull()) {
                consumer.pause(List.of(source.partition));
            } else {
                consumer.resume(List.of(source.partition));
            }
        }
        for (var record : consumer.poll(POLL)) {
            source(record).offer(record);
        }
        sources.values().forEach(source -> {
            source.reached(consumer.position(source.partition));
            seek(source);
        });
    }

    private Source source(ConsumerRecord<String, byte[]> record) {
        return Objects.requireNonNull(sources.get(new TopicPartition(record.topic(), record.partition())));
    }

    /** Over what nobody wants. */
    private void seek(Source source) {
        var wanted = source.wanted.peek();
        if (wanted != null && wanted - source.position > GAP) {
            consumer.seek(source.partition, wanted);
            source.position = wanted;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** One partition: what is wanted of it and not read, and what was read and not taken. */
    private static final class Source {
        private final TopicPartition partition;
        private final Deque<Long> wanted = new ArrayDeque<>();
        private final Deque<Next> read = new ArrayDeque<>();
        private long bytes;
        private long position = Long.MIN_VALUE / 2;

        Source(Place place) {
            this.partition = new TopicPartition(place.topic(), place.partition());
        }

        void offer(ConsumerRecord<String, byte[]> record) {
            reached(record.offset());
            var first = wanted.peek();
            if (first != null && first == record.offset()) {
                wanted.remove();
                read.add(new Next.Found(record));
                bytes += Math.max(0, record.serializedValueSize());
            }
        }

        /** What was wanted before this offset is not there. */
        void reached(long offset) {
            position = offset;
            for (var first = wanted.peek(); first != null && first < offset; first = wanted.peek()) {
                wanted.remove();
                read.add(new Next.Gone());
            }
        }

        boolean isWaiting() {
            return read.isEmpty();
        }

        boolean isFull() {
            return wanted.isEmpty() || read.size() >= MOST_RECORDS_AHEAD || bytes >= MOST_BYTES_AHEAD;
        }

        Next take() {
            @Nullable Next first = read.poll();
            if (first instanceof Next.Found(var record)) {
                bytes -= Math.max(0, record.serializedValueSize());
            }
            return first == null ? new Next.NotYet() : first;
        }
    }
}
