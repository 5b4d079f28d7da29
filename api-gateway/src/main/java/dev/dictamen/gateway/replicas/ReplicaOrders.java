package dev.dictamen.gateway.replicas;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.Topics;
import dev.dictamen.gateway.pipeline.BrokerAwayException;
import dev.dictamen.kafka.CloudEvents;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Hands orders on replicas to every worker. Blocks until the brokers have one. */
@Component
class ReplicaOrders {
    private static final String SERVICE = "api-gateway";
    private static final long PATIENCE_SECONDS = 10;

    private final KafkaTemplate<String, Object> kafka;
    private final Topics topics;

    ReplicaOrders(KafkaTemplate<String, Object> kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /** @throws BrokerAwayException when the brokers did not acknowledge it in time */
    void give(ReplicaCommand order) {
        try {
            kafka.send(CloudEvents.record(topics.replicaCommand(), order, SERVICE, null))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAwayException(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerAwayException(e);
        }
    }
}
