package dev.dictamen.sink.store;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Evaluation.Scored;
import dev.dictamen.contract.EvaluationId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * A replay's verdict that becomes the current one of another run as well. A failed, skipped or provisional outcome takes
 * nobody's place.
 *
 * @param standing the verdict as an evaluation of the run that it replaces, with that run's id for its revision
 * @param replay the run that gave it
 */
record Replacement(Evaluation standing, String replay) {
    private static final BinaryOperator<Replacement> NEWER =
            BinaryOperator.maxBy(Comparator.comparing(Replacement::standing, EvaluationColumns.BY_AGE));

    /** Of all evaluations those that take another's place, the newest of each chat, in the order in which rows are locked. */
    static List<Replacement> newestIn(List<Evaluation> evaluations) {
        var newest = new TreeMap<EvaluationKey, Replacement>();
        evaluations.stream().flatMap(Replacement::by).forEach(found -> newest.merge(found.key(), found, NEWER));
        return List.copyOf(newest.values());
    }

    private static Stream<Replacement> by(Evaluation evaluation) {
        var replaced = evaluation.replaces();
        return evaluation instanceof Scored scored
                        && !scored.provisional()
                        && replaced != null
                        && !replaced.equals(scored.runId())
                ? Stream.of(new Replacement(standingIn(replaced, scored), scored.runId()))
                : Stream.of();
    }

    private static Scored standingIn(String run, Scored scored) {
        var id = EvaluationId.of(scored.chatId(), scored.revision(), run);
        var of = new Evaluation.Of(
                id, scored.chatId(), scored.revision(), run, scored.subject(), scored.timeline(), run);
        return new Scored(of, scored.by(), scored.verdict(), false);
    }

    private EvaluationKey key() {
        return EvaluationKey.of(standing);
    }
}
