package dev.dictamen.ingest.replay;

import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.ReplayEvent;
import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** The records that a replay sends. */
final class ReplayRecords {
    private static final String SERVICE = "ingest-service";

    private final Topics topics;

    ReplayRecords(Topics topics) {
        this.topics = topics;
    }

    /** A report, for whoever watches and for who takes the replay over. */
    ProducerRecord<String, Object> report(ReplayEvent report) {
        return CloudEvents.record(topics.replayProgress(), report, SERVICE, null);
    }

    /** The chat as it lies in its topic, for its run; its time is now, since a backlog is worked off oldest first. */
    ProducerRecord<String, Object> chat(ConsumerRecord<String, byte[]> chat, ReplayOrder order, Instant now) {
        var record = new ProducerRecord<String, Object>(topics.replay(), chat.key(), chat.value());
        for (var header : chat.headers()) {
            record.headers().add(header);
        }
        put(record.headers(), EventHeaders.SOURCE, "/dictamen/" + SERVICE);
        put(record.headers(), EventHeaders.TYPE, topics.replay());
        put(record.headers(), EventHeaders.TIME, now.toString());
        put(record.headers(), EventHeaders.RUN_ID, order.replay());
        put(record.headers(), EventHeaders.ASK, ContractJson.mapper().writeValueAsString(order.ask()));
        put(record.headers(), EventHeaders.MODE, order.mode().word());
        return record;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
