package dev.dictamen.gateway.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A row of {@code refresh_token}: one that was given out; a family is what one sign-in led to. */
@Entity
@Table(name = "refresh_token")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets and reads the fields
class RefreshToken implements Persistable<String> {
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    private String tokenHash;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String family;

    private String username;
    private Instant expiresAt;
    private Instant familyExpiresAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant revokedAt;

    protected RefreshToken() {}

    RefreshToken(String tokenHash, String family, String username, Instant expiresAt, Instant familyExpiresAt) {
        this.tokenHash = tokenHash;
        this.family = family;
        this.username = username;
        this.expiresAt = expiresAt;
        this.familyExpiresAt = familyExpiresAt;
    }

    String family() {
        return family;
    }

    String username() {
        return username;
    }

    Instant familyExpiresAt() {
        return familyExpiresAt;
    }

    /** Whether it is neither expired nor revoked; it may have been used. */
    boolean isAlive(Instant now) {
        return revokedAt == null && !expiresAt.isBefore(now);
    }

    @Override
    public String getId() {
        return tokenHash;
    }

    /** Whoever saves one adds it; a change is a statement of the repository's. */
    @Override
    public boolean isNew() {
        return true;
    }
}
