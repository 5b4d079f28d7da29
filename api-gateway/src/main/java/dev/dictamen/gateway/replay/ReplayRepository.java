package dev.dictamen.gateway.replay;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** The table of replays. Blocks. */
interface ReplayRepository extends Repository<StoredReplay, String> {
    /** Who wished a replay first, without the wish. */
    record Origin(String id, String createdBy, Instant createdAt) {}

    /** Until the transaction ends nobody else changes it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<StoredReplay> findLockedById(String id);

    StoredReplay saveAndFlush(StoredReplay row);

    Optional<Origin> findOriginById(String id);

    List<Origin> findAllBy();
}
