package dev.dictamen.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class CompactedTopicTest {
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    private final MockConsumer<String, @Nullable Object> consumer = new MockConsumer<>("earliest");
    private final CompactedTopic<String> topic = new CompactedTopic<>(String.class, value -> !value.equals("unwanted"));
    private long offset;

    @BeforeEach
    void threeRecordsAreThere() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 3L));
        topic.seek(consumer, List.of(PARTITION));
    }

    @Test
    void nothingIsSaidBeforeItWasReadToItsEnd() {
        add("a", "1");
        topic.read(consumer);
        assertThatThrownBy(topic::all)
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("503");
        assertThatThrownBy(() -> topic.find("a")).isInstanceOf(ErrorResponseException.class);

        add("b", "2");
        add("a", "3");
        topic.read(consumer);
        assertThat(topic.all()).containsExactlyInAnyOrder("2", "3");
        assertThat(topic.find("a")).contains("3");
    }

    @Test
    void whatIsReadAgainChangesNothing() {
        add("a", "1");
        add("a", "2");
        add("a", "3");
        topic.read(consumer);

        consumer.seek(PARTITION, 0);
        offset = 0;
        add("a", "1");
        topic.read(consumer);
        assertThat(topic.find("a")).contains("3");
    }

    @Test
    void whatWasPublishedHereIsThereBeforeTheTailReadsIt() {
        add("a", "1");
        add("b", "2");
        add("c", "3");
        topic.read(consumer);

        topic.take("a", 4, "5");
        add("a", "4");
        topic.read(consumer);
        assertThat(topic.find("a")).contains("5");
    }

    @Test
    void aTombstoneForgetsAndWhatIsUnwantedOrBrokenIsPassedOver() {
        add("a", "1");
        add("b", "2");
        add("a", null);
        topic.read(consumer);
        add("b", "unwanted");
        addBroken("b");
        topic.read(consumer);

        assertThat(topic.all()).containsExactly("2");
    }

    private void add(String key, @Nullable Object value) {
        add(key, value == null ? ConsumerRecord.NULL_SIZE : 1, value);
    }

    /** What does not parse arrives as nothing at all, of some size. */
    private void addBroken(String key) {
        add(key, 1, null);
    }

    private void add(String key, int size, @Nullable Object value) {
        consumer.addRecord(new ConsumerRecord<>(
                "t",
                0,
                offset++,
                0,
                TimestampType.CREATE_TIME,
                1,
                size,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
    }
}
