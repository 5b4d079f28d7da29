package dev.dictamen.testing.guarantee;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.Evaluation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** A promise that cannot be broken proves nothing: each one fails when it should, and names what broke it. */
class GuaranteesTest {
    @Test
    void whatIsMissingIsNamed() {
        var promise = new NothingLost().sent(List.of("a", "b"));

        assertThatCode(() -> promise.holdsFor(List.of("b", "a", "a"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> promise.holdsFor(List.of("a"))).hasMessageContaining("\"b\"");
    }

    @Test
    void nothingSentIsNoProof() {
        assertThatThrownBy(() -> new NothingLost().holdsFor(List.of("a"))).hasMessageContaining("sent");
    }

    @Test
    void aSecondRowIsNamed() {
        assertThatCode(() -> OneRowPerChat.holdsFor(List.of("a", "b"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> OneRowPerChat.holdsFor(List.of("a", "b", "a"))).hasMessageContaining("\"a\"");
    }

    @Test
    void bulkThatOvertakesALiveChatIsNamed() {
        var promise = new LiveBeforeBulk(id -> id.startsWith("live"));
        promise.waits("bulk-1");
        promise.begins("bulk-1");
        promise.waits("live-1");
        promise.begins("live-1");
        assertThatCode(promise::holds).doesNotThrowAnyException();

        promise.waits("live-2");
        promise.begins("bulk-2");

        assertThatThrownBy(promise::holds).hasMessageContaining("bulk-2 before live-2");
    }

    @Test
    void anOlderEvaluationThatStayedIsNamedWithTheSeed() {
        var promise = new NewerWins(7);
        var rows = new HashMap<String, Evaluation>();
        promise.batches().forEach(batch -> batch.forEach(each -> rows.put(each.chatId(), each)));
        assertThatThrownBy(() -> promise.holdsFor(rows(rows))).hasMessageContaining("seed 7");

        var newest = new HashMap<String, Evaluation>();
        var byAge = Comparator.comparingLong(Evaluation::revision)
                .thenComparing(each -> !(each instanceof Evaluation.Scored scored && scored.provisional()))
                .thenComparing(Evaluation::evaluatedAt);
        promise.batches()
                .forEach(
                        batch -> batch.forEach(each -> newest.merge(each.chatId(), each, BinaryOperator.maxBy(byAge))));
        assertThatCode(() -> promise.holdsFor(rows(newest))).doesNotThrowAnyException();
    }

    private static List<NewerWins.Row> rows(Map<String, Evaluation> evaluations) {
        return evaluations.values().stream()
                .map(each -> new NewerWins.Row(each.chatId(), NewerWins.stateOf(each)))
                .toList();
    }
}
