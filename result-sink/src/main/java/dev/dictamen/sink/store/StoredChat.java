package dev.dictamen.sink.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of chat, as far as the ledger asks. Written by {@link JdbcChatRepository} only. */
@Entity
@Immutable
@Table(name = "chat")
class StoredChat {
    @Id
    @Column(name = "chat_id")
    private @Nullable String chatId;

    private long revision;

    protected StoredChat() {}

    @Nullable
    String chatId() {
        return chatId;
    }

    long revision() {
        return revision;
    }
}
