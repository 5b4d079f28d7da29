package dev.dictamen.sink.consume;

import dev.dictamen.contract.Event;
import dev.dictamen.kafka.PermanentFailureException;
import dev.dictamen.sink.store.RefusedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/**
 * Stores a polled batch. A batch that holds what can never be stored is stored record by record instead, and only the
 * records that are refused alone go to the dead letters. When it returns, every record is in the database or a dead
 * letter; any exception means that the whole batch is to be delivered again, which repeats nothing but dead letters.
 */
final class BatchStore<T extends Event> {
    private static final Logger log = LoggerFactory.getLogger(BatchStore.class);

    private final Class<T> type;
    private final Consumer<List<T>> upsertAll;
    private final ConsumerRecordRecoverer deadLetters;
    private final String group;

    /**
     * @param type what the topic holds; its key is the chat id
     * @param upsertAll stores all or none of its argument; throws {@link RefusedDataException} for their content
     * @param deadLetters takes what can never be stored
     * @param group the consumer group, told to the dead letters
     */
    BatchStore(Class<T> type, Consumer<List<T>> upsertAll, ConsumerRecordRecoverer deadLetters, String group) {
        this.type = type;
        this.upsertAll = upsertAll;
        this.deadLetters = deadLetters;
        this.group = group;
    }

    void storeAll(List<ConsumerRecord<String, Object>> batch) {
        long startedNs = System.nanoTime();
        int refused = 0;
        try {
            upsertAll.accept(valuesOf(batch));
        } catch (PermanentFailureException refusal) {
            refused = storeOneByOne(batch);
        }
        log.info(
                "event=stored type={} records={} refused={} durationMs={}",
                type.getSimpleName(),
                batch.size(),
                refused,
                (System.nanoTime() - startedNs) / 1_000_000);
    }

    private List<T> valuesOf(List<ConsumerRecord<String, Object>> batch) {
        var values = new ArrayList<T>(batch.size());
        for (var record : batch) {
            values.add(valueOf(record));
        }
        return values;
    }

    private int storeOneByOne(List<ConsumerRecord<String, Object>> batch) {
        int refused = 0;
        for (var record : batch) {
            try {
                upsertAll.accept(List.of(valueOf(record)));
            } catch (PermanentFailureException refusal) {
                refuse(record, refusal);
                refused++;
            }
        }
        return refused;
    }

    private void refuse(ConsumerRecord<String, Object> record, PermanentFailureException refusal) {
        deadLetters.accept(record, new ListenerExecutionFailedException("never storable", group, refusal));
        log.warn(
                "event=dead-lettered topic={} partition={} offset={} chatId={} reason=\"{}\"",
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                refusal.getMessage());
    }

    private T valueOf(ConsumerRecord<String, Object> record) {
        if (!type.isInstance(record.value())) {
            throw new PermanentFailureException("the value is not a " + type.getSimpleName());
        }
        var value = type.cast(record.value());
        if (!value.key().equals(record.key())) {
            throw new PermanentFailureException("the key is not the chat id of the value");
        }
        return value;
    }
}
