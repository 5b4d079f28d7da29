package dev.dictamen.worker.publish;

import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.worker.WorkerProperties;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/** Publishers as the worker builds them. */
public final class Publishers {
    private Publishers() {}

    public static OutcomePublisher sendingBy(KafkaTemplate<String, Object> template) {
        var deadLetters = new DeadLetterPublishingRecoverer(template);
        deadLetters.setVerifyPartition(false);
        return new OutcomePublisher(template, deadLetters, ContractTopics.ALL, new WorkerProperties("worker-1", 8));
    }
}
