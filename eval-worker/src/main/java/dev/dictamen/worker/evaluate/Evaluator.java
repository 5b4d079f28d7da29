package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.worker.evaluate.VerdictMetrics.Path;
import dev.dictamen.worker.evaluate.Work.Source;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.rules.RulesJudge;
import dev.dictamen.worker.transcript.Transcript;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One closed chat in, one evaluation out: skipped, judged by a model, or judged by rules where no model is wanted. */
@Component
public class Evaluator {
    private final ModelJudging model;
    private final EvaluationProperties properties;
    private final VerdictMetrics metrics;
    private final Clock clock;

    Evaluator(ModelJudging model, EvaluationProperties properties, VerdictMetrics metrics, Clock clock) {
        this.model = model;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * The outcome of a chat in a run.
     *
     * @throws InterruptedException when the caller is told to stop; there is no outcome then
     */
    public Evaluation evaluate(ClosedChat chat, String runId, Lane lane) throws InterruptedException {
        var work = Work.on(chat, runId, clock);
        Optional<SkipReason> skip = Eligibility.reasonToSkip(chat);
        if (skip.isPresent()) {
            return work.skipped(skip.get());
        }
        return properties.llmEnabled() ? model.judge(work, lane) : byRules(work, false);
    }

    /** A verdict by rules until the model's arrives under the same id; none for a chat that is skipped anyway. */
    public Optional<Evaluation> provisional(ClosedChat chat, String runId) {
        return Eligibility.reasonToSkip(chat).isPresent()
                        || !Transcript.of(chat).hasBothSides()
                ? Optional.empty()
                : Optional.of(byRules(Work.on(chat, runId, clock), true));
    }

    /** The outcome of a chat that no evaluation could be made for by an error of ours. */
    public Evaluation failed(ClosedChat chat, String runId, String detail) {
        return Work.on(chat, runId, clock).failed(FailureReason.INTERNAL_ERROR, detail, Source.NOBODY);
    }

    private Evaluation byRules(Work work, boolean provisional) {
        metrics.count(Path.RULES);
        return work.scored(
                RulesJudge.JUDGED_BY, Source.NOBODY, RulesJudge.judge(work.chat(), provisional), provisional);
    }
}
