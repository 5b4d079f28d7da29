package dev.dictamen.gateway.pipeline;

import dev.dictamen.contract.Event;
import dev.dictamen.gateway.web.Problems;
import dev.dictamen.kafka.CloudEvents;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Hands what a person decided to a topic. Blocks until the brokers have it. */
@Component
public class EventPublisher {
    private static final String SERVICE = "api-gateway";
    private static final long PATIENCE_SECONDS = 10;

    private final KafkaTemplate<String, Object> kafka;

    EventPublisher(KafkaTemplate<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Gives its offset; negative where the brokers do not say it.
     *
     * @throws BrokerAwayException when the brokers did not acknowledge it in time; they may have it nevertheless
     */
    public long publish(String topic, Event event) {
        try {
            return kafka.send(CloudEvents.record(topic, event, SERVICE, null))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .getRecordMetadata()
                    .offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAwayException(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw refusal(e);
        }
    }

    private static ErrorResponseException refusal(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof RecordTooLargeException
                ? Problems.of(HttpStatus.CONTENT_TOO_LARGE, "larger than its topic takes")
                : new BrokerAwayException(failure);
    }
}
