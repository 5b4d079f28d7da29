package dev.dictamen.ingest.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.testing.data.Chats;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private final Candidates candidates = new Candidates();

    @Test
    void aPartitionIsReadInTheOrderOfItsOffsetsWhateverTheTimesOfItsRecordsSay() {
        add("a", 0, 10, 2_000);
        add("b", 0, 11, 1_000);
        add("c", 1, 10, 1_500);

        assertThat(plan(candidates.where(any -> true))).containsExactly("1/10", "0/10", "0/11");
    }

    @Test
    void theSameClosingCountsOnce() {
        assertThat(add("a", 0, 10, 1_000)).isTrue();
        assertThat(add("a", 0, 11, 1_000)).isFalse();

        assertThat(candidates.where(any -> true)).hasSize(1);
    }

    @Test
    void aSmallerSampleIsPartOfALargerOne() {
        IntStream.range(0, 500).forEach(i -> add("chat-" + i, 0, i, i));
        var all = candidates.where(any -> true);

        var hundred = candidates.sample(all, 100);
        var two = candidates.sample(all, 200);

        assertThat(hundred).hasSize(100);
        assertThat(two).hasSize(200).contains(hundred);
        assertThat(candidates.sample(all, 1_000)).hasSize(500);
    }

    private boolean add(String id, int partition, long offset, long timestamp) {
        ClosedChat chat = Chats.any(id);
        var record = new ConsumerRecord<>(
                "closed",
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                id,
                "",
                new RecordHeaders(),
                Optional.empty());
        return candidates.add(record, chat, 42);
    }

    private String[] plan(int[] numbers) {
        var places = candidates.places();
        return Arrays.stream(candidates.plan(numbers))
                .mapToObj(location ->
                        places.get(Locations.place(location)).partition() + "/" + Locations.offset(location))
                .toArray(String[]::new);
    }
}
