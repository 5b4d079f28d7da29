package dev.dictamen.sink.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code dead_letter}, held against the live schema at start; written by {@link DeadLetterRepository} alone. */
@Entity
@Immutable
@Table(name = "dead_letter")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate validates the fields
class StoredDeadLetter {
    @Id
    private String place;

    private @Nullable String chatId;
    private @Nullable Long revision;
    private @Nullable String consumerGroup;
    private @Nullable String cause;
    private Instant setAsideAt;
}
