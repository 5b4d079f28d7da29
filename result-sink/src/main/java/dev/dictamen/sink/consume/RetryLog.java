package dev.dictamen.sink.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException.Level;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.stereotype.Component;

/** Says in one line per attempt why a batch waits (database away, deadlock, lock wait) instead of a stack trace. */
@Component
class RetryLog implements RetryListener {
    private static final Logger log = LoggerFactory.getLogger(RetryLog.class);

    RetryLog(DefaultErrorHandler retries) {
        retries.setRetryListeners(this);
        retries.setLogLevel(Level.DEBUG);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, Exception failure, int attempt) {
        log.warn(
                "event=waiting topic={} records={} attempt={} cause=\"{}\"",
                records.partitions().iterator().next().topic(),
                records.count(),
                attempt,
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        // every listener of this service takes batches
    }
}
