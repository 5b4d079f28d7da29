package dev.dictamen.sink.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code chat}: every column that {@link ChatColumns} writes, held against the live schema at start. Rows are
 * written by {@link ChatUpsert} alone.
 */
@Entity
@Immutable
@Table(name = "chat")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate validates the fields
class StoredChat {
    @Id
    private String chatId;

    private long revision;
    private String source;
    private @Nullable String channel;
    private @Nullable String language;
    private @Nullable String agentId;
    private @Nullable String agentName;
    private @Nullable String team;
    private @Nullable String customerRef;
    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;
    private Instant ingestedAt;
    private int messageCount;

    @Column(columnDefinition = "longtext")
    private String messages;

    @Column(columnDefinition = "longtext")
    private String attributes;
}
