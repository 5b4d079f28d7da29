package dev.dictamen.gateway.replay;

import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.kafka.ContractJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code replay}: who wished it first, and the wish as it stands. */
@Entity
@Table(name = "replay")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets and reads the fields
class StoredReplay {
    @Id
    private String id;

    private String name;
    private long number;

    @Column(columnDefinition = "longtext")
    private String wish;

    private String createdBy;
    private Instant createdAt;
    private String changedBy;
    private Instant changedAt;

    protected StoredReplay() {}

    /** The first row of an order; where that is not the first order, of what is known of it. */
    StoredReplay(ReplayOrder order) {
        id = order.replay();
        createdBy = order.by();
        createdAt = order.at();
        change(order);
    }

    final void change(ReplayOrder order) {
        name = order.name();
        number = order.number();
        wish = ContractJson.mapper().writeValueAsString(order);
        changedBy = order.by();
        changedAt = order.at();
    }

    ReplayOrder order() {
        return ContractJson.mapper().readValue(wish, ReplayOrder.class);
    }
}
