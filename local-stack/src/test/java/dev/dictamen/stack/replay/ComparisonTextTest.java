package dev.dictamen.stack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ComparisonTextTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COMPARISON = """
            {"run":{"id":"r-1234","name":"November","promptVersion":"2026-12-1","model":"gpt-oss","simulated":true},
             "with":{"id":"live","name":null,"promptVersion":"2026-11-3","model":"gpt-oss","simulated":false},
             "compared":1300,"onlyInRun":2,"onlyInWith":1,
             "matrix":[[20,5,1,0,0],[4,30,8,1,0],[1,7,60,12,1],[0,1,10,80,9],[0,0,2,8,1040]],
             "shares":[
               {"score":"horrible","with":{"count":26,"share":0.0867,"low":0.0598,"high":0.1241},
                "run":{"count":25,"share":0.0833,"low":0.0571,"high":0.1202},
                "difference":{"value":-0.0333,"low":-0.0506,"high":-0.0199,"direction":"down"}},
               {"score":"bad","with":{"count":3,"share":0.15,"low":0.0524,"high":0.3604,"enough":false},
                "run":{"count":4,"share":0.2,"low":0.0807,"high":0.416,"enough":false},
                "difference":{"value":0.05,"low":-0.1,"high":0.2,"direction":"unknown"}},
               {"score":"good","with":{"count":9,"share":0.5,"low":0.4,"high":0.6},
                "run":{"count":9,"share":0.5,"low":0.4,"high":0.6},
                "difference":{"value":0.0,"low":-0.02,"high":0.02,"direction":"same"}},
               {"score":"great","with":{"count":9,"share":0.5,"low":0.4,"high":0.6},
                "run":{"count":9,"share":0.6,"low":0.5,"high":0.7},
                "difference":{"value":0.1,"low":0.05,"high":0.15,"direction":"up"}}],
             "agreement":{"exact":0.766667,"withinOne":0.976667,"flipped":70,
               "kappaLinear":{"value":0.800373,"low":0.755348,"high":0.845399},"kappaQuadratic":null,"enough":true},
             "means":{"with":3.35,"run":3.36,"delta":0.01},
             "usage":{"with":{"tokensIn":1200000,"tokensCached":0,"tokensReasoning":96,"tokensOut":377,"seconds":31.25},
                      "run":{"tokensIn":1100000,"tokensCached":0,"tokensReasoning":96,"tokensOut":400,"seconds":31.25}},
             "composite":{"weights":{"score":0.35,"resolution":0.35,"turns":0.15,"latency":0.15},
               "targets":{"csat":4.5,"turns":6,"latencySeconds":120},
               "with":{"score":0.458,"components":{"score":0.333,"resolution":0.106,"turns":0.018,"latency":0}},
               "run":{"score":0.46,"components":{"score":0.335,"resolution":0.106,"turns":0.018,"latency":0}}}}
            """;
    private static final String CUSTOMERS = """
            {"count":102,"meanCsat":4.284,"with":{"exact":0.5,"withinOne":0.9,"kappaQuadratic":0.61,"mean":3.9},
             "run":{"exact":0.55,"withinOne":0.92,"kappaQuadratic":null,"mean":4.0}}""";
    private static final String FIGURES = """
            {"type":"figures","replay":"r-1234","conversations":102,
             "means":{"resolutionRate":0.304,"csat":4.284,"turns":5.26,"durationSeconds":691.4,"latencySeconds":null},
             "intents":[
               {"intent":"price","tool":"Price Finder","frequency":20,"unresolvedRate":0.5,"meanCsat":null,"effort":2,"score":0.4},
               {"intent":"kyc_docs","tool":"KYC Collector","frequency":93,"unresolvedRate":0.7097,"meanCsat":4.29,"effort":1,
                "score":0.8675}]}""";

    private final String text = text(CUSTOMERS, FIGURES);

    @Test
    void saysWhatIsComparedWhatASimulatorAnsweredAndHowManyChatsAreInBoth() {
        assertThat(text.lines())
                .startsWith(
                        "r-1234 (November, prompt 2026-12-1, gpt-oss) (simulated) beside live (prompt 2026-11-3, gpt-oss)",
                        "1,300 chats in both; 2 in r-1234 alone, 1 in live alone",
                        "");
    }

    @Test
    void theMatrixHasTheOtherRunInItsRows() {
        assertThat(text)
                .containsPattern("live ↓ r-1234 → +horrible +bad +neutral +good +great\n")
                .containsPattern("horrible +20 +5 +1 +0 +0\n")
                .containsPattern("great +0 +0 +2 +8 +1,040\n");
    }

    @Test
    void sharesHaveTheirIntervalsAndADirectionOnlyWhereOneCanBeTold() {
        assertThat(text)
                .containsPattern(
                        "horrible +8.7 % \\(6.0–12.4\\) 26 +8.3 % \\(5.7–12.0\\) 25 +▼ -3.3 \\(-5.1 to -2.0\\)\n")
                .containsPattern(
                        "bad +15.0 % \\(5.2–36.0\\) 3, few .*\\? \\+5.0 \\(-10.0 to \\+20.0\\), too few to tell\n")
                .containsPattern("good .*＝ 0.0 \\(-2.0 to \\+2.0\\)\n")
                .containsPattern("great .*▲ \\+10.0 \\(\\+5.0 to \\+15.0\\)\n");
    }

    @Test
    void agreementIsInSharesAndKappaWithItsInterval() {
        assertThat(text)
                .contains("agreement: exact 76.7 %, within one 97.7 %, flipped 70\n")
                .contains("weighted kappa: linear 0.800 (0.755–0.845), quadratic –\n");
    }

    @Test
    void measuresOfBothRunsHaveTheirDifference() {
        assertThat(text)
                .containsPattern("mean score +3.35 +3.36 +▲ \\+0.01\n")
                .containsPattern("tokens in +1,200,000 +1,100,000 +▼ -100,000\n")
                .containsPattern("tokens of reasoning +96 +96 +＝ 0\n")
                .containsPattern("seconds a verdict +31.3 +31.3 +＝ 0.0\n")
                .containsPattern("composite score +0.458 +0.460 +▲ \\+0.002\n")
                .containsPattern("of it resolution \\(weight 0.35\\) +0.106 +0.106 +＝ 0.000\n");
    }

    @Test
    void customersStandBesideBothRuns() {
        assertThat(text)
                .contains("customers: 102 chats with a customer's own score, 4.28 on average\n")
                .contains("before: exact 50.0 %, within one 90.0 %, quadratic kappa 0.610, mean 3.90\n")
                .contains("replay: exact 55.0 %, within one 92.0 %, quadratic kappa –, mean 4.00\n");
    }

    @Test
    void toolsAreRankedByTheirWorth() {
        assertThat(text)
                .contains(
                        "source: 102 conversations, 30.4 % resolved, CSAT 4.28, 5.26 turns, 691.4 s long, latency – s\n")
                .containsPattern("KYC Collector +0.868 +kyc_docs +93 +71.0 % +4.29 +1\n +Price Finder +0.400 .* – +2$");
    }

    @Test
    void whatIsNotKnownIsNotThere() {
        assertThat(text("null", "null")).doesNotContain("customers:", "source:", "tool ");
    }

    private static String text(String customers, String figures) {
        var comparison = (ObjectNode) JSON.readTree(COMPARISON);
        comparison.set("customers", JSON.readTree(customers));
        comparison.set("figures", JSON.readTree(figures));
        return String.join("\n", ComparisonText.of(comparison));
    }
}
