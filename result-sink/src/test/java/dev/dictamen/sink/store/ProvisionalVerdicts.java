package dev.dictamen.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Score;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The promise that rules stand in for the model and never in its way, in whatever order and batches outcomes come. */
final class ProvisionalVerdicts {
    private static final Instant LATER = Chats.CLOSED.plusSeconds(60);
    private static final Evaluation PROVISIONAL = Evaluations.provisional("a", 1, Chats.CLOSED, Score.BAD);
    private static final Evaluation FINAL = Evaluations.scored("a", 1, LATER, Score.GREAT);
    private static final Evaluation FAILED = Evaluations.failedByModel("a", 1, LATER, "{\"score\":\"excelente\"}");
    private static final Evaluation LATE = Evaluations.provisional("a", 1, LATER.plusSeconds(60), Score.HORRIBLE);

    private final EvaluationRepository writing;
    private final JdbcTemplate jdbc;

    ProvisionalVerdicts(EvaluationRepository writing, JdbcTemplate jdbc) {
        this.writing = writing;
        this.jdbc = jdbc;
    }

    void hold() {
        areShownUntilAFinalOutcomeComes();
        areReplacedByTheFinalVerdict();
        neverReplaceAFinalOutcomeHoweverLate();
        stayVisibleWhereTheModelFailsAtLast();
        areForgottenWithTheirRevision();
        mayBeFollowedByFailureAndThenByAVerdict();
    }

    private void areShownUntilAFinalOutcomeComes() {
        assertThat(after(PROVISIONAL)).containsAllEntriesOf(row("scored", "bad", true, 0));
    }

    private void areReplacedByTheFinalVerdict() {
        for (var row : eachWay(PROVISIONAL, FINAL)) {
            assertThat(row)
                    .containsAllEntriesOf(row("scored", "great", false, 1))
                    .containsEntry("judge_kind", "llm");
        }
    }

    private void neverReplaceAFinalOutcomeHoweverLate() {
        for (var row : eachWay(FINAL, LATE)) {
            assertThat(row).containsAllEntriesOf(row("scored", "great", false, 1));
        }
        assertThat(after(FAILED, LATE)).containsAllEntriesOf(row("failed", "-", false, 1));
    }

    private void stayVisibleWhereTheModelFailsAtLast() {
        for (var row : eachWay(PROVISIONAL, FAILED)) {
            assertThat(row)
                    .containsAllEntriesOf(row("failed", "bad", true, 1))
                    .containsEntry("outcome_reason", "invalid_verdict")
                    .containsEntry("reason", "Por reglas.")
                    .containsEntry("judge_kind", "rules")
                    .containsEntry("attempts", 3)
                    .containsEntry("tokens_out", 1131)
                    .containsEntry("raw_answer", "{\"score\":\"excelente\"}");
        }
    }

    private void areForgottenWithTheirRevision() {
        var nextFailed = Evaluations.failed("a", 2, LATER, "no answer");
        var nextProvisional = Evaluations.provisional("a", 2, LATER, Score.GOOD);

        assertThat(after(PROVISIONAL, nextFailed)).containsAllEntriesOf(row("failed", "-", false, 1));
        assertThat(after(FINAL, nextProvisional)).containsAllEntriesOf(row("scored", "good", true, 0));
        assertThat(after(FAILED, nextProvisional)).containsAllEntriesOf(row("scored", "good", true, 0));
    }

    private void mayBeFollowedByFailureAndThenByAVerdict() {
        var again = Evaluations.failed("a", 1, LATER.plusSeconds(1), "no answer");
        var judged = Evaluations.scored("a", 1, LATER.plusSeconds(2), Score.NEUTRAL);

        assertThat(after(PROVISIONAL, FAILED, again)).containsAllEntriesOf(row("failed", "bad", true, 1));
        assertThat(after(PROVISIONAL, FAILED, again, judged)).containsAllEntriesOf(row("scored", "neutral", false, 1));
    }

    /** The row after both in separate batches, in one, in one the other way round, and with every one repeated. */
    private List<Map<String, @Nullable Object>> eachWay(Evaluation first, Evaluation second) {
        return List.of(
                after(first, second),
                inBatches(List.of(List.of(first, second))),
                inBatches(List.of(List.of(second, first))),
                after(first, second, first, second, first),
                inBatches(List.of(List.of(first, first), List.of(second, first, second))));
    }

    private Map<String, @Nullable Object> after(Evaluation... one) {
        return inBatches(Arrays.stream(one).map(List::of).toList());
    }

    private Map<String, @Nullable Object> inBatches(List<List<Evaluation>> batches) {
        jdbc.update("DELETE FROM evaluation");
        for (var batch : batches) {
            writing.upsertAll(batch);
        }
        return jdbc.queryForMap(
                "SELECT e.*, COALESCE(score, '-') AS shown, IF(provisional, 'yes', 'no') AS stands FROM evaluation e");
    }

    private static Map<String, Object> row(String outcome, String score, boolean provisional, int finality) {
        return Map.of("outcome", outcome, "shown", score, "stands", provisional ? "yes" : "no", "finality", finality);
    }
}
