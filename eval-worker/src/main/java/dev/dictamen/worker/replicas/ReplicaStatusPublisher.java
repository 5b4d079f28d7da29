package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.worker.WorkerProperties;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Tells the gateway what this worker sees of its replicas. Best effort: the next report is two seconds away. */
@Component
public class ReplicaStatusPublisher {
    private final KafkaTemplate<String, Object> template;
    private final Topics topics;
    private final WorkerProperties worker;

    ReplicaStatusPublisher(KafkaTemplate<String, Object> template, Topics topics, WorkerProperties worker) {
        this.template = template;
        this.topics = topics;
        this.worker = worker;
    }

    public void publish(ReplicaStatus status) {
        template.send(CloudEvents.record(topics.replicaStatus(), status, worker.id(), null));
    }
}
