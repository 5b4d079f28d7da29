package dev.dictamen.sink.consume;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.sink.store.EvaluationRepository;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/** Hands each polled batch of evaluations to the repository; offsets are committed only after it returned. */
@Component
class EvaluationBatchListener {
    static final String GROUP = "result-sink-evaluations";

    private final BatchStore<Evaluation> store;

    EvaluationBatchListener(EvaluationRepository evaluations, ConsumerRecordRecoverer deadLetters) {
        var contents = new BatchStore.Contents<>(Evaluation.class, Evaluation::chatId);
        this.store = new BatchStore<>(contents, evaluations::upsertAll, deadLetters, GROUP);
    }

    @KafkaListener(
            id = "evaluations",
            groupId = GROUP,
            topics = "${topics.evaluation}",
            batch = "true",
            concurrency = "2")
    void onEvaluations(List<ConsumerRecord<String, Object>> batch) {
        store.storeAll(batch);
    }
}
