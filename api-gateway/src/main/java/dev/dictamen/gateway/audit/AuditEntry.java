package dev.dictamen.gateway.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code audit_log}. */
@Entity
@Table(name = "audit_log")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets and reads the fields
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant at;
    private String actor;
    private String action;
    private @Nullable String target;
    private @Nullable String address;

    protected AuditEntry() {}

    AuditEntry(Instant at, String actor, String action, @Nullable String target, @Nullable String address) {
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.target = target;
        this.address = address;
    }
}
