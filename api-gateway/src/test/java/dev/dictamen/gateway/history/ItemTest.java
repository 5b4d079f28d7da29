package dev.dictamen.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Provenance;
import dev.dictamen.contract.Usage;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.testing.data.Evaluations;
import dev.dictamen.testing.data.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ItemTest {
    private static final JsonMapper JSON = ContractJson.mapper();
    private static final Scored SCORED = (Scored) Samples.read("evaluation-scored", Evaluation.class);
    private static final JudgedBy SIMULATOR = new JudgedBy(JudgedBy.Kind.LLM, "m", null, null, null, null, null, true);

    @Test
    void theItemOfTheSampleEvaluationIsTheSampleItem() {
        var sample = JSON.readTree(Samples.json("item"));

        assertThat(JSON.readTree(JSON.writeValueAsString(Item.of(SCORED)))).isEqualTo(sample);
    }

    @Test
    void aVerdictOfTheSimulatorSaysSo() {
        var simulated = new Provenance(SIMULATOR, Usage.NONE, 1, null);

        assertThat(Item.of(new Scored(SCORED.of(), simulated, SCORED.verdict(), false))
                        .simulated())
                .isTrue();
    }

    @Test
    void aVerdictByRulesIsProvisionalOnlyWhereTheModelsIsStillAwaited() {
        assertThat(Item.of(byRules(true)).provisional()).isTrue();
        assertThat(Item.of(byRules(false)).provisional()).isFalse();
    }

    private static Evaluation byRules(boolean provisional) {
        return new Scored(SCORED.of(), Evaluations.BY_RULES, SCORED.verdict(), provisional);
    }
}
