package dev.dictamen.gateway.replicas;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.Topics;
import dev.dictamen.gateway.pipeline.EventPublisher;
import org.springframework.stereotype.Component;

/** Hands orders on replicas to every worker. Blocks until the brokers have one. */
@Component
class ReplicaOrders {
    private final EventPublisher publisher;
    private final Topics topics;

    ReplicaOrders(EventPublisher publisher, Topics topics) {
        this.publisher = publisher;
        this.topics = topics;
    }

    void give(ReplicaCommand order) {
        publisher.publish(topics.replicaCommand(), order);
    }
}
