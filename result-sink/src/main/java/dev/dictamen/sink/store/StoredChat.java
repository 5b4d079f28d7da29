package dev.dictamen.sink.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code chat} for reading, without its transcript. Rows are written by {@link JpaChatRepository} alone. */
@Entity
@Immutable
@Table(name = "chat")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class StoredChat {
    @Id
    @Column(name = "chat_id")
    private String chatId;

    private long revision;

    @Column(name = "message_count")
    private int messageCount;

    @Column(name = "ingested_at")
    private Instant ingestedAt;

    String chatId() {
        return chatId;
    }

    long revision() {
        return revision;
    }

    int messageCount() {
        return messageCount;
    }

    Instant ingestedAt() {
        return ingestedAt;
    }
}
