package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.evaluate.EvaluationProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reports what this worker sees of its replicas; nothing where no model judges. */
@Component
class ReplicaReporter {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaReporter.class);

    private final ReplicaStatuses statuses;
    private final ReplicaStatusPublisher publisher;
    private final EvaluationProperties evaluation;

    ReplicaReporter(ReplicaStatuses statuses, ReplicaStatusPublisher publisher, EvaluationProperties evaluation) {
        this.statuses = statuses;
        this.publisher = publisher;
        this.evaluation = evaluation;
    }

    @Scheduled(fixedDelay = 2_000)
    void report() {
        if (evaluation.llmEnabled()) {
            statuses.now().forEach(this::publish);
        }
    }

    private void publish(ReplicaStatus status) {
        try {
            publisher.publish(status);
        } catch (KafkaException e) {
            LOG.warn("replica={} status not published: {}", status.replica(), e.getMessage());
        }
    }
}
