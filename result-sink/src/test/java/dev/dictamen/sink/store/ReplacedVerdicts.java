package dev.dictamen.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Failed;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.Evaluation.Skipped;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.SkipReason;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The promise that a replay in mode replace decides what is current, that what it took the place of is kept, once. */
final class ReplacedVerdicts {
    private static final String REPLAY = "r-20261128-k3xq7b";
    private static final String SECOND = "r-20261129-zzzzzz";
    private static final Instant CLOSED = Chats.CLOSED;
    private static final Instant LATER = CLOSED.plusSeconds(3_600);
    private static final Instant LAST = CLOSED.plusSeconds(7_200);
    private static final Evaluation LIVE = Evaluations.scored("a", 1, CLOSED, Score.BAD);
    private static final Evaluation REPLACING = replacing(REPLAY, 1, LATER, Score.GREAT);

    private final EvaluationRepository writing;
    private final JdbcTemplate jdbc;

    ReplacedVerdicts(EvaluationRepository writing, JdbcTemplate jdbc) {
        this.writing = writing;
        this.jdbc = jdbc;
    }

    void hold() {
        Stream.<Runnable>of(
                        this::standInBothRunsAndKeepWhatTheyReplace,
                        this::areDeliveredAgainInAnyOrderAndLeaveOneRowOfHistory,
                        this::winOverTheirRevisionWhateverTheClockSays,
                        this::giveWayToANewerRevisionOnly,
                        this::followOneAnother,
                        this::areFinalVerdictsAlone,
                        this::comeByTheBatch)
                .forEach(promise -> {
                    empty();
                    promise.run();
                });
    }

    private void standInBothRunsAndKeepWhatTheyReplace() {
        write(LIVE);
        write(REPLACING);

        assertThat(row(REPLAY)).containsEntry("score", "great").containsEntry("finality", 1);
        assertThat(row("live"))
                .containsEntry("score", "great")
                .containsEntry("evaluation_id", EvaluationId.of("a", 1, "live"))
                .containsEntry("asked_hash", "4a3f0c");
        assertThat(history()).containsExactly("bad 1 " + REPLAY);
    }

    private void areDeliveredAgainInAnyOrderAndLeaveOneRowOfHistory() {
        for (var batches : List.of(
                List.of(List.of(LIVE, REPLACING)),
                List.of(List.of(REPLACING, LIVE)),
                List.of(List.of(LIVE), List.of(REPLACING), List.of(REPLACING), List.of(LIVE)),
                List.of(List.of(LIVE), List.of(REPLACING, LIVE, REPLACING), List.of(LIVE, REPLACING)))) {
            empty();
            batches.forEach(writing::upsertAll);

            assertThat(row("live")).containsEntry("score", "great");
            assertThat(history()).containsExactly("bad 1 " + REPLAY);
        }
    }

    private void winOverTheirRevisionWhateverTheClockSays() {
        var judgedLater = Evaluations.scored("a", 1, LAST, Score.BAD);
        var failedLater = Evaluations.failed("a", 1, LAST, "no answer");

        for (var later : List.of(judgedLater, failedLater)) {
            empty();
            write(later);
            write(REPLACING);
            write(later);

            assertThat(row("live")).containsEntry("score", "great").containsEntry("outcome", "scored");
            assertThat(history()).hasSize(1);
        }
    }

    private void giveWayToANewerRevisionOnly() {
        write(REPLACING);
        write(Evaluations.scored("a", 2, CLOSED, Score.NEUTRAL));
        write(REPLACING);

        assertThat(row("live")).containsEntry("score", "neutral").containsEntry("revision", 2L);
        assertThat(row(REPLAY)).containsEntry("score", "great");
        assertThat(history()).isEmpty();

        write(replacing(REPLAY, 3, LATER, Score.GOOD));
        assertThat(row("live")).containsEntry("score", "good").containsEntry("revision", 3L);
        assertThat(history()).containsExactly("neutral 2 " + REPLAY);
    }

    private void followOneAnother() {
        write(LIVE);
        write(REPLACING);
        write(replacing(SECOND, 1, LAST, Score.NEUTRAL));
        write(REPLACING);

        assertThat(row("live")).containsEntry("score", "neutral");
        assertThat(history()).containsExactly("bad 1 " + REPLAY, "great 1 " + SECOND);
    }

    private void areFinalVerdictsAlone() {
        write(LIVE);
        var of = REPLACING.of();
        write(new Failed(of, Evaluations.BY_MODEL, FailureReason.INVALID_VERDICT, "no answer"));
        assertThat(row(REPLAY)).containsEntry("outcome", "failed");
        write(new Scored(of, Evaluations.BY_RULES, Evaluations.verdict(Score.GOOD, "Por reglas."), true));
        write(new Skipped(of, SkipReason.NO_AGENT_MESSAGE));

        assertThat(row("live")).containsEntry("score", "bad");
        assertThat(history()).isEmpty();
    }

    private void comeByTheBatch() {
        var chats = IntStream.range(0, 300).mapToObj(i -> "chat-" + i).toList();
        writing.upsertAll(chats.stream()
                .map(chat -> (Evaluation) Evaluations.scored(chat, 1, CLOSED, Score.BAD))
                .toList());
        writing.upsertAll(chats.stream()
                .map(chat -> replacing(chat, REPLAY, 1, LATER, Score.GREAT))
                .toList());

        assertThat(history()).hasSize(300).containsOnly("bad 1 " + REPLAY);
        assertThat(jdbc.queryForList("SELECT DISTINCT score FROM evaluation", String.class))
                .containsExactly("great");
    }

    private static Evaluation replacing(String replay, long revision, Instant evaluatedAt, Score score) {
        return replacing("a", replay, revision, evaluatedAt, score);
    }

    private static Evaluation replacing(String chat, String replay, long revision, Instant evaluatedAt, Score score) {
        var head = Evaluations.of(chat, revision, replay, Chats.MARTA, evaluatedAt);
        var of = new Evaluation.Of(
                head.evaluationId(), chat, revision, replay, head.subject(), head.timeline(), Evaluation.LIVE_RUN);
        return new Scored(of, Evaluations.BY_MODEL, Evaluations.verdict(score, "Otra vez."), false);
    }

    private void write(Evaluation... batch) {
        writing.upsertAll(List.of(batch));
    }

    private void empty() {
        Stream.of("evaluation", "evaluation_history").forEach(table -> jdbc.update("DELETE FROM " + table));
    }

    private Map<String, @Nullable Object> row(String run) {
        return jdbc.queryForMap("SELECT * FROM evaluation WHERE run_id = ?", run);
    }

    private List<@Nullable String> history() {
        return jdbc.queryForList("""
                SELECT CONCAT(score, ' ', revision, ' ', replaced_by) FROM evaluation_history ORDER BY replaced_at
                """, String.class);
    }
}
