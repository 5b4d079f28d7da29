package dev.dictamen.ingest.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.springframework.kafka.support.KafkaHeaders;

/** Dresses an unreadable record for the dead letters: value and headers as they came, and spring-kafka's kafka_dlt-*. */
final class DeadLetters {
    private final String consumerGroup;

    DeadLetters(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }

    Record<String, byte[]> letter(Record<String, byte[]> poison, RecordMetadata from, Exception cause) {
        var headers = new RecordHeaders(poison.headers().toArray());
        add(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, from.topic());
        headers.add(KafkaHeaders.DLT_ORIGINAL_PARTITION, bytes(from.partition()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_OFFSET, bytes(from.offset()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, bytes(poison.timestamp()));
        add(headers, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, consumerGroup);
        add(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, cause.getClass().getName());
        add(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE, String.valueOf(cause.getMessage()));
        return poison.withHeaders(headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
