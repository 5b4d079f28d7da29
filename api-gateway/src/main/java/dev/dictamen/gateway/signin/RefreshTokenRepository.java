package dev.dictamen.gateway.signin;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of refresh tokens. What changes one needs a transaction around it. Blocks. */
interface RefreshTokenRepository extends Repository<RefreshToken, String> {
    Optional<RefreshToken> findById(String tokenHash);

    RefreshToken save(RefreshToken added);

    /** Of any number of uses at once one wins: it gets 1, every other 0. */
    @Modifying
    @Query("update RefreshToken t set t.usedAt = :now"
            + " where t.tokenHash = :tokenHash and t.usedAt is null and t.revokedAt is null")
    int use(String tokenHash, Instant now);

    @Modifying
    @Query("update RefreshToken t set t.revokedAt = :now where t.family = :family and t.revokedAt is null")
    void revoke(String family, Instant now);

    @Modifying
    @Query("update RefreshToken t set t.revokedAt = :now"
            + " where t.username = :username and t.family <> :keptFamily and t.revokedAt is null")
    void revokeOthers(String username, String keptFamily, Instant now);

    @Modifying
    @Query("delete from RefreshToken t where t.username = :username and t.expiresAt < :now")
    void deleteExpired(String username, Instant now);
}
