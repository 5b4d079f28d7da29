package dev.dictamen.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.contract.replay.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayViewsTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final ReplayBoard board =
            new ReplayBoard(EmptyTopic.of(ReplayOrder.class), EmptyTopic.of(ReplayReport.class));

    @Test
    void theNewestIsTheFirstWhateverItsIdAndWhoeverChangedItLast() {
        order("r-20261128-zzzzzz", 0);
        order("r-20261128-aaaaaa", 60);
        order("r-20261128-mmmmmm", 900);
        var first = new ReplayRepository.Origin("r-20261128-mmmmmm", "ana", NOON.plusSeconds(30));
        var views = new ReplayViews(board, new OneRow(first), new ReplayProperties(1000, "gpt"));

        assertThat(views.all())
                .extracting(Replay::id)
                .containsExactly("r-20261128-aaaaaa", "r-20261128-mmmmmm", "r-20261128-zzzzzz");
    }

    private void order(String id, long secondsAfterNoon) {
        var pace = new Pace(Wanted.QUOTE, null, null);
        var at = NOON.plusSeconds(secondsAfterNoon);
        board.take(
                new ReplayOrder(id, 1, "n", Selection.ALL, Ask.with("q-1"), Mode.COMPARE, pace, "ana", at),
                secondsAfterNoon);
    }

    /** A table that knows where one replay comes from, and is only read. */
    private record OneRow(Origin origin) implements ReplayRepository {
        @Override
        public Optional<StoredReplay> findLockedById(String id) {
            return Optional.empty();
        }

        @Override
        public StoredReplay saveAndFlush(StoredReplay row) {
            return row;
        }

        @Override
        public Optional<Origin> findOriginById(String id) {
            return findAllBy().stream().filter(row -> row.id().equals(id)).findFirst();
        }

        @Override
        public List<Origin> findAllBy() {
            return List.of(origin);
        }
    }
}
