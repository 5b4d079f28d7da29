package dev.dictamen.worker.replicas;

import dev.dictamen.worker.evaluate.EvaluationProperties;
import org.springframework.stereotype.Component;

/** Stops the start of a worker that should ask a model and knows no server to ask. */
@Component
class ReplicasCheck {
    ReplicasCheck(ReplicaProperties vllm, EvaluationProperties evaluation) {
        if (evaluation.llmEnabled() && vllm.replicas().isEmpty()) {
            throw new IllegalArgumentException(
                    "JUDGE_REPLICAS: no model server is named; LLM_ENABLED=off lets rules judge without one");
        }
    }
}
