package dev.dictamen.gateway.signin;

import dev.dictamen.contract.Word;
import dev.dictamen.kafka.ContractJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Persistable;

/** A row of {@code users}: somebody who may sign in, and the hash of the password. */
@Entity
@Table(name = "users")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets and reads the fields
class StoredUser implements Persistable<String> {
    @Id
    private String username;

    private String displayName;
    private String role;

    /** A JSON array. */
    private String teams;

    private String passwordHash;
    private Instant createdAt;

    protected StoredUser() {}

    StoredUser(User user, String passwordHash, Instant createdAt) {
        this.username = user.username();
        this.displayName = user.displayName();
        this.role = user.role().word();
        this.teams = ContractJson.mapper().writeValueAsString(user.teams());
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    User user() {
        return new User(
                username,
                displayName,
                Word.of(User.Role.class, role).orElseThrow(),
                List.of(ContractJson.mapper().readValue(teams, String[].class)));
    }

    String passwordHash() {
        return passwordHash;
    }

    @Override
    public String getId() {
        return username;
    }

    /** Whoever saves one adds it; a change is a statement of the repository's. */
    @Override
    public boolean isNew() {
        return true;
    }
}
