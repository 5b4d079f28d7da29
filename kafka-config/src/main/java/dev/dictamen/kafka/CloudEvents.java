package dev.dictamen.kafka;

import dev.dictamen.contract.Event;
import dev.dictamen.contract.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Dresses a contract record for its topic: key, and CloudEvents 1.0 headers in binary mode (cloudevents/spec,
 * bindings/kafka-protocol-binding.md §3.2) with the W3C trace of the record that caused it.
 */
public final class CloudEvents {
    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private CloudEvents() {}

    /**
     * A record ready to send. Its key is the chat id (the reporter and what it reports on for a status, the
     * replica for a command).
     *
     * @param service the name of the sending service
     * @param cause headers of the record that led to this one, whose trace goes on; null starts a trace
     */
    public static ProducerRecord<String, Object> record(
            String topic, Event event, String service, @Nullable Headers cause) {
        var record = new ProducerRecord<String, Object>(topic, event.key(), event);
        stamp(record.headers(), topic, event, service);
        record.headers().add(EventHeaders.TRACE_PARENT, bytes(traceOf(cause)));
        return record;
    }

    /** Headers for an event that goes on to {@code topic} under the trace that {@code cause} holds. */
    public static Headers headers(String topic, Event event, String service, @Nullable Headers cause) {
        var headers = new RecordHeaders();
        stamp(headers, topic, event, service);
        headers.add(EventHeaders.TRACE_PARENT, bytes(traceOf(cause)));
        return headers;
    }

    private static void stamp(Headers headers, String topic, Event event, String service) {
        headers.add(EventHeaders.SPEC_VERSION, bytes("1.0"))
                .add(EventHeaders.ID, bytes(event.id()))
                .add(EventHeaders.SOURCE, bytes("/dictamen/" + service))
                .add(EventHeaders.TYPE, bytes(topic))
                .add(EventHeaders.TIME, bytes(Instant.now().toString()))
                .add(EventHeaders.SUBJECT, bytes(event.key()))
                .add(EventHeaders.CONTENT_TYPE, bytes("application/json"));
    }

    private static String traceOf(@Nullable Headers cause) {
        Header inherited = cause == null ? null : cause.lastHeader(EventHeaders.TRACE_PARENT);
        return inherited == null || inherited.value() == null
                ? "00-" + randomHex(TRACE_ID_BYTES) + "-" + randomHex(SPAN_ID_BYTES) + "-01"
                : new String(inherited.value(), StandardCharsets.UTF_8);
    }

    private static String randomHex(int length) {
        var id = new byte[length];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
