package dev.dictamen.gateway.replay;

import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.gateway.audit.AuditLog;
import dev.dictamen.gateway.pipeline.EventPublisher;
import dev.dictamen.gateway.web.Problems;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives orders: row and audit entry first, then the topic, then the commit. Where the brokers do not answer, row and entry are
 * rolled back; where the commit fails after they answered, or they answered too late, the order stands all the same and the
 * next change, numbered after what the topic holds, mends the row. Blocks.
 */
@Service
class ReplayOrders {
    private final ReplayRepository rows;
    private final ReplayBoard board;
    private final EventPublisher publisher;
    private final AuditLog audit;
    private final String topic;

    ReplayOrders(ReplayRepository rows, ReplayBoard board, EventPublisher publisher, AuditLog audit, Topics topics) {
        this.rows = rows;
        this.board = board;
        this.publisher = publisher;
        this.audit = audit;
        this.topic = topics.replayCommand();
    }

    /** The first order of a replay. */
    @Transactional
    ReplayOrder create(ReplayOrder order, Actor actor) {
        return give(new StoredReplay(order), order, "replay_create", actor);
    }

    /**
     * Another pace for a replay. Answers 404 where there is no such replay.
     *
     * @param action what the audit log calls it
     * @param change throws where the replay is not to be changed so
     */
    @Transactional
    ReplayOrder change(String id, String action, Function<ReplayOrder, Pace> change, Actor actor) {
        var row = rows.findLockedById(id);
        var last = Stream.of(row.map(StoredReplay::order), board.find(id))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(ReplayOrder::number))
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no such replay"));
        var order = new ReplayOrder(
                id,
                last.number() + 1,
                last.name(),
                last.selection(),
                last.ask(),
                last.mode(),
                change.apply(last),
                actor.username(),
                actor.at());
        return give(row.orElseGet(() -> new StoredReplay(last)), order, action, actor);
    }

    private ReplayOrder give(StoredReplay row, ReplayOrder order, String action, Actor actor) {
        row.change(order);
        rows.saveAndFlush(row);
        audit.add(actor.username(), action, order.replay(), actor.address());
        board.take(order, publisher.publish(topic, order));
        return order;
    }
}
