package dev.dictamen.gateway.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** The row of {@code signing_key}: there is one place for a key, and the key in it is wrapped. */
@Entity
@Table(name = "signing_key")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets and reads the fields
class SigningKey implements Persistable<Byte> {
    static final byte SLOT = 1;

    @Id
    private byte slot;

    private String kid;
    private String wrappedJwk;
    private Instant createdAt;

    protected SigningKey() {}

    SigningKey(String kid, String wrappedJwk, Instant createdAt) {
        this.slot = SLOT;
        this.kid = kid;
        this.wrappedJwk = wrappedJwk;
        this.createdAt = createdAt;
    }

    String kid() {
        return kid;
    }

    String wrappedJwk() {
        return wrappedJwk;
    }

    @Override
    public Byte getId() {
        return slot;
    }

    /** Whoever saves one adds it: a key is never replaced by chance. */
    @Override
    public boolean isNew() {
        return true;
    }
}
