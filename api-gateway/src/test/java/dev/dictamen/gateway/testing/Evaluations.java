package dev.dictamen.gateway.testing;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Subject;
import dev.dictamen.contract.Timeline;
import dev.dictamen.contract.Usage;
import dev.dictamen.contract.Verdict;
import java.time.Instant;
import java.util.List;

/** Evaluations as a worker publishes them. */
public final class Evaluations {
    private Evaluations() {}

    public static Evaluation.Scored scored(String chatId, String runId) {
        Instant now = Instant.now();
        return new Evaluation.Scored(
                new Evaluation.Of(
                        EvaluationId.of(chatId, 1, runId),
                        chatId,
                        1,
                        runId,
                        new Subject("17", "Marta Ríos", "Facturación", "web", "es"),
                        new Timeline(now, now, now, now)),
                new Provenance(
                        new JudgedBy(JudgedBy.Kind.LLM, "a-model", "gpu-1", "vllm-simulator-1", "1", "hash", true),
                        new Usage(10, 0, 0, 5),
                        1,
                        null),
                new Verdict(
                        Score.BAD, "Una razón con \"comillas\" y <etiquetas>.", "Una mejora.", List.of(1), List.of()),
                false);
    }
}
