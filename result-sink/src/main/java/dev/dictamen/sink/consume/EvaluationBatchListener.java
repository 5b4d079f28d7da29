package dev.dictamen.sink.consume;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Groups;
import dev.dictamen.sink.store.EvaluationRepository;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/** Hands each polled batch of evaluations to the repository; offsets are committed only after it returned. */
@Component
class EvaluationBatchListener {
    private final BatchStore<Evaluation> store;

    EvaluationBatchListener(EvaluationRepository evaluations, ConsumerRecordRecoverer deadLetters, Groups groups) {
        this.store = new BatchStore<>(Evaluation.class, evaluations::upsertAll, deadLetters, groups.sinkEvaluations());
    }

    @KafkaListener(
            id = "evaluations",
            groupId = "${groups.sink-evaluations}",
            topics = "${topics.evaluation}",
            batch = "true",
            concurrency = "2")
    void onEvaluations(List<ConsumerRecord<String, Object>> batch) {
        store.storeAll(batch);
    }
}
