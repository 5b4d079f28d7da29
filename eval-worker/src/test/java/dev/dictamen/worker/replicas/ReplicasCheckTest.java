package dev.dictamen.worker.replicas;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.worker.evaluate.EvaluationProperties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicasCheckTest {
    private static final ReplicaProperties NONE = Properties.of(List.of(), 1, 0.7);

    @Test
    void aWorkerWithoutReplicasDoesNotStart() {
        assertThatThrownBy(() -> new ReplicasCheck(NONE, evaluation(true))).hasMessageContaining("JUDGE_REPLICAS");
    }

    @Test
    void aWorkerWithoutAModelNeedsNoReplicas() {
        assertThatCode(() -> new ReplicasCheck(NONE, evaluation(false))).doesNotThrowAnyException();
    }

    private static EvaluationProperties evaluation(boolean llmEnabled) {
        return new EvaluationProperties(llmEnabled, true, Duration.ofSeconds(20), Duration.ofSeconds(30), 0);
    }
}
