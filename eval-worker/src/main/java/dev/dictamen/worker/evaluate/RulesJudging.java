package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.Usage;
import dev.dictamen.worker.evaluate.VerdictMetrics.Path;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.rules.VerdictByRules;
import org.springframework.stereotype.Component;

/** Lets rules judge a chat: for good where no model judges, else until its verdict arrives. */
@Component
class RulesJudging implements Judging {
    private static final Provenance BY_RULES = new Provenance(VerdictByRules.JUDGED_BY, Usage.NONE, 0, null);

    private final VerdictMetrics metrics;

    RulesJudging(VerdictMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Rest read(Work work, Lane lane) {
        var evaluation = judge(work, false);
        return () -> evaluation;
    }

    Evaluation judgeProvisionally(Work work) {
        return judge(work, true);
    }

    private Evaluation judge(Work work, boolean provisional) {
        metrics.count(Path.RULES);
        return work.scored(BY_RULES, VerdictByRules.on(work.chat(), provisional), provisional);
    }
}
