package dev.dictamen.gateway.replay;

import static java.util.stream.Collectors.toMap;

import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.gateway.replay.ReplayRepository.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Replays as they are shown: what topics say, with who wished each first. Blocks. */
@Component
class ReplayViews {
    private static final Comparator<Replay> NEWEST_FIRST =
            Comparator.comparing(Replay::createdAt).thenComparing(Replay::id).reversed();

    private final ReplayBoard board;
    private final ReplayRepository rows;
    private final ReplayProperties properties;

    ReplayViews(ReplayBoard board, ReplayRepository rows, ReplayProperties properties) {
        this.board = board;
        this.rows = rows;
        this.properties = properties;
    }

    /** Newest first, without the names of their chats, of which there may be thousands. */
    List<Replay> all() {
        var origins = rows.findAllBy().stream().collect(toMap(Origin::id, origin -> origin));
        return board.orders().stream()
                .map(order -> view(order, brief(order.selection()), Optional.ofNullable(origins.get(order.replay()))))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static Selection brief(Selection selection) {
        return new Selection(
                selection.from(),
                selection.to(),
                selection.offsets(),
                List.of(),
                selection.filter(),
                selection.sample(),
                selection.everyClosing());
    }

    /** Answers 404 where there is none. */
    Replay one(String id) {
        return of(board.order(id));
    }

    Replay of(ReplayOrder order) {
        return view(order, order.selection(), rows.findOriginById(order.replay()));
    }

    private Replay view(ReplayOrder order, Selection selection, Optional<Origin> origin) {
        return Replay.of(order, selection, board.progress(order.replay()), origin, properties.confirmAbove());
    }
}
