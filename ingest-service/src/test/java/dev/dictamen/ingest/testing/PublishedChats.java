package dev.dictamen.ingest.testing;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.kafka.ContractJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;

/** What the gate let through: both lanes, read from their beginning. */
public final class PublishedChats implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final List<String> LANES = List.of("support.chat.closed.v1", "support.chat.backlog.v1");

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Published> all = new ArrayList<>();

    /** One version of a chat that was let through, and when the broker had it (milliseconds since 1970). */
    public record Published(ClosedChat chat, long atMs) {}

    public PublishedChats(EmbeddedKafkaBroker broker) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString(), "fetch.min.bytes", 1),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = LANES.stream()
                .flatMap(lane -> consumer.partitionsFor(lane).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Every version up to the lanes' present ends, in order. */
    public List<Published> poll() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            take();
        }
        return List.copyOf(all);
    }

    /** The versions that have just come, waiting for them a moment. */
    public List<Published> take() {
        List<Published> taken = new ArrayList<>();
        consumer.poll(POLL)
                .forEach(record -> taken.add(new Published(
                        ContractJson.mapper().readValue(record.value(), ClosedChat.class), record.timestamp())));
        all.addAll(taken);
        return taken;
    }

    /** The versions of one chat so far. */
    public List<Published> of(String chatId) {
        return poll().stream()
                .filter(published -> published.chat().chatId().equals(chatId))
                .toList();
    }

    /** The newest version of each chat so far. */
    public Collection<ClosedChat> newest() {
        Map<String, ClosedChat> newest = new LinkedHashMap<>();
        poll().forEach(published -> newest.merge(
                published.chat().chatId(),
                published.chat(),
                (one, other) -> one.revision() > other.revision() ? one : other));
        return newest.values();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
