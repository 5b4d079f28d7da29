package dev.dictamen.gateway.replay;

import dev.dictamen.contract.replay.ReplayReport.Figures;
import dev.dictamen.gateway.comparison.ComparedRuns;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a comparison is told of replays. */
@Component
class ReplayRuns implements ComparedRuns {
    private final ReplayBoard board;

    ReplayRuns(ReplayBoard board) {
        this.board = board;
    }

    @Override
    public Optional<Run> run(String id) {
        return board.find(id)
                .map(order -> new Run(
                        id,
                        order.name(),
                        order.ask().promptVersion(),
                        order.ask().model()));
    }

    @Override
    public Optional<Figures> figures(String id) {
        return board.figures(id);
    }
}
