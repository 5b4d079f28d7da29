package dev.dictamen.ingest.quote;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongLongHashMap;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.replay.ReplayReport.Plan.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The closings of a selection, each once, with what a plan needs to know of them: some 130 bytes each. They are added in the order in which
 * each partition holds them. For one thread.
 */
final class Candidates {
    private final List<Place> places = new ArrayList<>();
    private final LongArrayList lastWritten = new LongArrayList();
    private final LongArrayList locations = new LongArrayList();
    private final LongArrayList writtenAt = new LongArrayList();
    private final LongArrayList closings = new LongArrayList();
    private final LongArrayList chats = new LongArrayList();
    private final LongArrayList revisions = new LongArrayList();
    private final LongArrayList lots = new LongArrayList();
    private final LongArrayList characters = new LongArrayList();
    private final LongHashSet seen = new LongHashSet();
    private final LongLongHashMap lastRevisions = new LongLongHashMap();

    /** False where the same closing was taken before: the gate may emit it again after a crash. */
    boolean add(ConsumerRecord<?, ?> record, ClosedChat chat, long seed) {
        long closing = Fingerprint.of(chat.chatId(), chat.revision());
        if (!seen.add(closing)) {
            return false;
        }
        long name = Fingerprint.of(chat.chatId());
        int place = placeOf(record);
        locations.add(Locations.of(place, record.offset()));
        writtenAt.add(notBefore(place, record.timestamp()));
        closings.add(closing);
        chats.add(name);
        revisions.add(chat.revision());
        lots.add(Fingerprint.lot(chat.chatId(), seed));
        characters.add(chat.characters());
        lastRevisions.put(name, Math.max(chat.revision(), lastRevisions.getOrDefault(name, Long.MIN_VALUE)));
        return true;
    }

    private int placeOf(ConsumerRecord<?, ?> record) {
        var place = new Place(record.topic(), record.partition());
        int index = places.indexOf(place);
        if (index >= 0) {
            return index;
        }
        places.add(place);
        lastWritten.add(Long.MIN_VALUE);
        return places.size() - 1;
    }

    /** Times of a partition's records need not ascend; its offsets, in whose order it is read, do. */
    private long notBefore(int place, long timestamp) {
        long last = Math.max(timestamp, lastWritten.get(place));
        lastWritten.set(place, last);
        return last;
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    /** Numbers of the closings of which this holds. */
    int[] where(LongPredicate closing) {
        return IntStream.range(0, closings.size())
                .filter(number -> closing.test(closings.get(number)))
                .toArray();
    }

    /** Of these, those that no later closing of their chat takes the place of. */
    int[] last(int[] numbers) {
        return IntStream.of(numbers)
                .filter(number -> revisions.get(number) == lastRevisions.get(chats.get(number)))
                .toArray();
    }

    /** The {@code size} of these with the smallest lots. */
    int[] sample(int[] numbers, int size) {
        var byLot = Comparator.<Integer>comparingLong(lots::get).thenComparingInt(number -> number);
        var smallest = new PriorityQueue<>(byLot.reversed());
        for (int number : numbers) {
            smallest.add(number);
            if (smallest.size() > size) {
                smallest.remove();
            }
        }
        return smallest.stream().mapToInt(number -> number).toArray();
    }

    /** Where these lie, in the order in which they were written. */
    long[] plan(int[] numbers) {
        return IntStream.of(numbers)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(writtenAt::get).thenComparingLong(locations::get))
                .mapToLong(locations::get)
                .toArray();
    }

    long closing(int number) {
        return closings.get(number);
    }

    long characters(int number) {
        return characters.get(number);
    }
}
