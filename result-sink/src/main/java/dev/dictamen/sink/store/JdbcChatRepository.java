package dev.dictamen.sink.store;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.kafka.ContractJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Chats by one JDBC batch, sorted by key against deadlocks. */
@Repository
class JdbcChatRepository implements ChatRepository {
    private static final String UPSERT = Upsert.sql(
            "chat",
            "VALUES(revision) >= revision",
            List.of("chat_id"),
            List.of(
                    "source",
                    "channel",
                    "language",
                    "agent_id",
                    "agent_name",
                    "team",
                    "customer_ref",
                    "opened_at",
                    "closed_at",
                    "ingested_at",
                    "message_count",
                    "messages",
                    "attributes"),
            List.of("revision"));

    private final JdbcTemplate jdbc;

    JdbcChatRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void upsertAll(List<ClosedChat> chats) {
        var newest = new TreeMap<String, ClosedChat>();
        var later = BinaryOperator.maxBy(Comparator.comparingLong(ClosedChat::revision));
        chats.forEach(chat -> newest.merge(chat.chatId(), chat, later));
        jdbc.batchUpdate(
                UPSERT, newest.values().stream().map(JdbcChatRepository::row).toList());
    }

    private static @Nullable Object[] row(ClosedChat chat) {
        return new @Nullable Object[] {
            chat.chatId(),
            chat.source(),
            chat.channel(),
            chat.language(),
            chat.agentId(),
            chat.agentName(),
            chat.team(),
            chat.customerRef(),
            time(chat.openedAt()),
            time(chat.closedAt()),
            time(chat.ingestedAt()),
            chat.messages().size(),
            ContractJson.mapper().writeValueAsString(chat.messages()),
            ContractJson.mapper().writeValueAsString(chat.attributes()),
            chat.revision()
        };
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
