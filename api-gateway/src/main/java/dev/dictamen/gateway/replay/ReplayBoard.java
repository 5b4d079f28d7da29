package dev.dictamen.gateway.replay;

import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayReport;
import dev.dictamen.contract.replay.ReplayReport.Figures;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.gateway.pipeline.CompactedTopic;
import dev.dictamen.gateway.web.Problems;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Replays as their topics have them: a replay exists where there is an order. */
@Component
class ReplayBoard {
    private final CompactedTopic<ReplayOrder> orders;
    private final CompactedTopic<ReplayReport> reports;

    ReplayBoard(CompactedTopic<ReplayOrder> orders, CompactedTopic<ReplayReport> reports) {
        this.orders = orders;
        this.reports = reports;
    }

    /** In no order. */
    List<ReplayOrder> orders() {
        return orders.all();
    }

    Optional<ReplayOrder> find(String id) {
        return orders.find(id);
    }

    /** Answers 404 where there is none. */
    ReplayOrder order(String id) {
        return find(id).orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no such replay"));
    }

    /** Empty until it was counted. */
    Optional<Progress> progress(String id) {
        return reports.find(id).map(Progress.class::cast);
    }

    /** Empty until ingest-service has read its chats. */
    Optional<Figures> figures(String id) {
        return reports.all().stream()
                .filter(Figures.class::isInstance)
                .map(Figures.class::cast)
                .filter(figures -> figures.replay().equals(id))
                .findFirst();
    }

    void take(ReplayOrder order, long offset) {
        orders.take(order.key(), offset, order);
    }
}
