package dev.dictamen.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.kafka.ContractJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ItemTest {
    private static final JsonMapper JSON = ContractJson.mapper();
    private static final Scored SCORED =
            JSON.readValue(ItemTest.class.getResourceAsStream("/samples/evaluation-scored.json"), Scored.class);
    private static final JudgedBy RULES = new JudgedBy(JudgedBy.Kind.RULES, null, null, null, null, null, false);

    @Test
    void theItemOfTheSampleEvaluationIsTheSampleItem() {
        var sample = JSON.readTree(ItemTest.class.getResourceAsStream("/samples/item.json"));

        assertThat(JSON.readTree(JSON.writeValueAsString(Item.of(SCORED)))).isEqualTo(sample);
    }

    @Test
    void aVerdictByRulesIsProvisionalOnlyWhereTheModelsIsStillAwaited() {
        assertThat(Item.of(byRules(true)).provisional()).isTrue();
        assertThat(Item.of(byRules(false)).provisional()).isFalse();
        assertThat(Item.of(SCORED).provisional()).isFalse();
    }

    private static Evaluation byRules(boolean provisional) {
        return new Scored(
                SCORED.of(), new Provenance(RULES, SCORED.by().usage(), 0, null), SCORED.verdict(), provisional);
    }
}
