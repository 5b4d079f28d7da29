package dev.dictamen.worker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.worker.judge.Judge;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.testing.ScriptedJudge;
import dev.dictamen.worker.testing.StubReplica;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuestioningTest {
    private static final String GOOD = StubReplica.GOOD;
    private static final String BROKEN = GOOD.replace("good", "excelente");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aSecondBrokenAnswerIsDrawnOnceMoreOtherwiseByAnyReplica() throws Exception {
        var judge = new ScriptedJudge(BROKEN, BROKEN, GOOD);

        var scored = (Evaluation.Scored) evaluate(judge, Lane.LIVE);

        var first = judge.asked.getFirst();
        var resample = judge.asked.getLast();
        assertThat(resample.wording().turns()).isEqualTo(first.wording().turns());
        assertThat(resample.attempt()).isEqualTo(3);
        assertThat(resample.routing().preferred()).isNull();
        assertThat(resample.sampling().seed()).isEqualTo(first.sampling().seed() + 1);
        assertThat(resample.sampling().temperature()).isEqualTo(first.sampling().temperature() + 0.2);
        assertThat(scored.verdict().flags()).containsExactly("resampled");
        assertThat(scored.by().attempts()).isEqualTo(3);
        assertThat(scored.by().usage().tokensIn()).isEqualTo(30);
        assertThat(counted("resampled")).isEqualTo(1);
    }

    @Test
    void aThirdBrokenAnswerEndsAsFailedWithItsReasonItsPriceAndItsWords() throws Exception {
        var failed = (Evaluation.Failed) evaluate(new ScriptedJudge(BROKEN, BROKEN, BROKEN), Lane.LIVE);

        assertThat(failed.reason()).isEqualTo(FailureReason.INVALID_VERDICT);
        assertThat(failed.detail()).contains("excelente");
        assertThat(failed.by().attempts()).isEqualTo(3);
        assertThat(failed.by().usage().tokensOut()).isEqualTo(15);
        assertThat(failed.by().rawAnswer()).isEqualTo(BROKEN);
        assertThat(counted("failed")).isEqualTo(1);
    }

    @Test
    void noContentThreeTimesEndsAsAnEmptyAnswer() throws Exception {
        var failed = (Evaluation.Failed) evaluate(new ScriptedJudge("", "", ""), Lane.LIVE);

        assertThat(failed.reason()).isEqualTo(FailureReason.EMPTY_ANSWER);
        assertThat(failed.by().rawAnswer()).isNull();
    }

    @Test
    void afterAnAnswerCutAtItsLengthTheNextOnesHaveMoreRoom() throws Exception {
        var cut = "{\"reason\": \"El ag";
        var judge = new ScriptedJudge(cut, cut, cut).stoppingAs("length");

        var failed = (Evaluation.Failed) evaluate(judge, Lane.LIVE);

        assertThat(judge.asked).map(question -> question.sampling().maxTokens()).containsExactly(1500, 2500, 2500);
        assertThat(failed.reason()).isEqualTo(FailureReason.EMPTY_ANSWER);
    }

    @Test
    void aCutAnswerThatHoldsAWholeVerdictIsTaken() throws Exception {
        var judge = new ScriptedJudge(GOOD + "\n\n\n").stoppingAs("length");

        assertThat(evaluate(judge, Lane.LIVE)).isInstanceOf(Evaluation.Scored.class);
    }

    @Test
    void aLiveChatIsNotAskedAboutAgainWhenAnAnswerWouldBeLate() throws Exception {
        var judge = new ScriptedJudge(BROKEN).taking(Duration.ofSeconds(31));

        var failed = (Evaluation.Failed) evaluate(judge, Lane.LIVE);

        assertThat(judge.asked).hasSize(1);
        assertThat(failed.by().attempts()).isEqualTo(1);
    }

    @Test
    void bulkWorkHasNoDeadlineAndIsAlwaysAskedAboutAgain() throws Exception {
        var judge = new ScriptedJudge(BROKEN, GOOD).taking(Duration.ofHours(1));

        var scored = (Evaluation.Scored) evaluate(judge, Lane.BULK);

        assertThat(scored.verdict().flags()).containsExactly("repaired");
        assertThat(judge.asked.getFirst().routing().timing().deadline()).isNull();
    }

    @Test
    void aMendedAnswerIsFlaggedAndCountedByKind() throws Exception {
        var judge = new ScriptedJudge(GOOD.replace("\"good\"", "\"Good\"").replace("[1]", "[1, 1, 0]"));

        var scored = (Evaluation.Scored) evaluate(judge, Lane.LIVE);

        assertThat(scored.verdict().flags()).containsExactly("salvaged");
        assertThat(counted("salvaged")).isEqualTo(1);
        assertThat(meters.get("evaluation.salvage")
                        .tag("kind", "index_duplicate")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRefusedRepairKeepsThePriceOfTheFirstAnswer() throws Exception {
        var script = new ScriptedJudge(BROKEN);
        Judge refusing = question -> {
            if (question.attempt() > 1) {
                throw new RefusedQuestionException("HTTP 400", 2);
            }
            return script.ask(question);
        };

        var failed = (Evaluation.Failed) evaluate(refusing, Lane.LIVE);

        assertThat(failed.reason()).isEqualTo(FailureReason.REQUEST_REFUSED);
        assertThat(failed.by().usage().tokensIn()).isEqualTo(10);
        assertThat(failed.by().attempts()).isEqualTo(2);
    }

    @Test
    void anAnswerWithoutEndIsKeptInPartAndAlwaysAsText() throws Exception {
        var judge = new ScriptedJudge(GOOD + "\uD83D" + "👍".repeat(8_000));

        var scored = (Evaluation.Scored) evaluate(judge, Lane.LIVE);

        assertThat(scored.by().rawAnswer()).hasSize(8_000).contains("?👍").doesNotContain("\uD83D\uD83D");
    }

    private double counted(String path) {
        return meters.get("evaluation.verdict").tag("path", path).counter().count();
    }

    private Evaluation evaluate(Judge judge, Lane lane) throws InterruptedException {
        return Evaluators.with(judge, Evaluators.properties(0), meters)
                .evaluate(Conversations.polite("chat-1"), Run.LIVE, lane);
    }
}
