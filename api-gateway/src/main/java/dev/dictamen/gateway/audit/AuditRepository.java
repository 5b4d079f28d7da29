package dev.dictamen.gateway.audit;

import org.springframework.data.repository.Repository;

/** The table of the audit log. Blocks. */
interface AuditRepository extends Repository<AuditEntry, Long> {
    AuditEntry save(AuditEntry entry);
}
