package dev.dictamen.sink.consume;

import dev.dictamen.kafka.PermanentFailureException;
import dev.dictamen.sink.store.RefusedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Stores a polled batch. When its content is refused, the records are stored one by one up to the first that is refused
 * alone; that one is named to the container, which dead-letters it and delivers what follows it again.
 */
final class BatchStore<T> {
    private static final Logger log = LoggerFactory.getLogger(BatchStore.class);

    private final Class<T> type;
    private final Function<T, String> chatId;
    private final Consumer<List<T>> upsertAll;

    /**
     * @param type what the topic holds
     * @param chatId the chat that a value is about
     * @param upsertAll stores all or none of its argument; throws {@link RefusedDataException} for their content
     */
    BatchStore(Class<T> type, Function<T, String> chatId, Consumer<List<T>> upsertAll) {
        this.type = type;
        this.chatId = chatId;
        this.upsertAll = upsertAll;
    }

    /**
     * @throws BatchListenerFailedException names the record that can never be stored; all before it are stored
     * @throws RuntimeException anything else: the whole batch is to be delivered again
     */
    void storeAll(List<ConsumerRecord<String, Object>> batch) {
        long startedNs = System.nanoTime();
        try {
            upsertAll.accept(valuesOf(batch));
        } catch (PermanentFailureException refusal) {
            storeOneByOne(batch);
        }
        log.info(
                "event=stored type={} records={} durationMs={}",
                type.getSimpleName(),
                batch.size(),
                (System.nanoTime() - startedNs) / 1_000_000);
    }

    private List<T> valuesOf(List<ConsumerRecord<String, Object>> batch) {
        var values = new ArrayList<T>(batch.size());
        for (var record : batch) {
            values.add(valueOf(record));
        }
        return values;
    }

    private void storeOneByOne(List<ConsumerRecord<String, Object>> batch) {
        for (int i = 0; i < batch.size(); i++) {
            var record = batch.get(i);
            try {
                upsertAll.accept(List.of(valueOf(record)));
            } catch (PermanentFailureException refusal) {
                log.warn(
                        "event=refused topic={} partition={} offset={} chatId={} reason={}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.key(),
                        refusal.getMessage());
                throw new BatchListenerFailedException("never storable", refusal, i);
            }
        }
    }

    private T valueOf(ConsumerRecord<String, Object> record) {
        if (!type.isInstance(record.value())) {
            throw new PermanentFailureException("the value is no " + type.getSimpleName());
        }
        var value = type.cast(record.value());
        if (!chatId.apply(value).equals(record.key())) {
            throw new PermanentFailureException("the key is not the chat id of the value");
        }
        return value;
    }
}
