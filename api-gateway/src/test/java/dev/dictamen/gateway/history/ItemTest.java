package dev.dictamen.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.gateway.testing.Evaluations;
import org.junit.jupiter.api.Test;

class ItemTest {
    private static final JudgedBy RULES = new JudgedBy(JudgedBy.Kind.RULES, null, null, null, null, null, false);

    @Test
    void aVerdictByRulesIsProvisionalOnlyWhereTheModelsIsStillAwaited() {
        assertThat(Item.of(byRules(true)).provisional()).isTrue();
        assertThat(Item.of(byRules(false)).provisional()).isFalse();
        assertThat(Item.of(Evaluations.scored("a", Evaluation.LIVE_RUN)).provisional())
                .isFalse();
    }

    private static Scored byRules(boolean provisional) {
        var scored = Evaluations.scored("a", Evaluation.LIVE_RUN);
        return new Scored(
                scored.of(), new Provenance(RULES, scored.by().usage(), 0, null), scored.verdict(), provisional);
    }
}
