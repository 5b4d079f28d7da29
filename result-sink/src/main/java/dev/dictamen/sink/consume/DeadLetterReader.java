package dev.dictamen.sink.consume;

import dev.dictamen.sink.store.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.databind.JsonNode;

/** Reads a dead letter: which record it is by spring-kafka's headers, and which revision of which chat. */
final class DeadLetterReader {
    private DeadLetterReader() {}

    static DeadLetter read(ConsumerRecord<String, Object> letter) {
        var topic = text(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC).orElse(letter.topic());
        var partition = number(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION).orElse((long) letter.partition());
        var offset = number(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET).orElse(letter.offset());
        return new DeadLetter(
                topic + "/" + partition + "/" + offset,
                letter.key(),
                revision(letter.value()),
                text(letter, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP).orElse(null),
                text(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE).orElse(null),
                Instant.ofEpochMilli(Math.max(0, letter.timestamp())));
    }

    private static Optional<String> text(ConsumerRecord<String, Object> letter, String header) {
        return bytes(letter, header).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Four bytes or eight. */
    private static Optional<Long> number(ConsumerRecord<String, Object> letter, String header) {
        return bytes(letter, header).map(ByteBuffer::wrap).flatMap(buffer -> switch (buffer.remaining()) {
            case Integer.BYTES -> Optional.of((long) buffer.getInt());
            case Long.BYTES -> Optional.of(buffer.getLong());
            default -> Optional.empty();
        });
    }

    private static Optional<byte[]> bytes(ConsumerRecord<String, Object> letter, String header) {
        return Optional.ofNullable(letter.headers().lastHeader(header)).map(found -> found.value());
    }

    private static @Nullable Long revision(@Nullable Object value) {
        return value instanceof JsonNode json && json.path("revision").canConvertToLong()
                ? json.path("revision").asLong()
                : null;
    }
}
