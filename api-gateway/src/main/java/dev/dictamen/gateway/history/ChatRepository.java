package dev.dictamen.gateway.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the sink's chats. Blocks. */
@Repository
class ChatRepository {
    private final JdbcClient jdbc;

    ChatRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredChat> find(String chatId) {
        return jdbc.sql("SELECT * FROM chat WHERE chat_id = ?")
                .param(chatId)
                .query(ChatRepository::read)
                .optional();
    }

    private static StoredChat read(ResultSet row, int index) throws SQLException {
        return new StoredChat(
                row.getString("chat_id"),
                row.getLong("revision"),
                row.getString("source"),
                row.getString("channel"),
                row.getString("language"),
                row.getString("agent_id"),
                row.getString("agent_name"),
                row.getString("team"),
                row.getString("customer_ref"),
                Rows.instant(row, "opened_at"),
                Rows.instant(row, "closed_at"),
                Rows.instant(row, "ingested_at"),
                row.getString("messages"));
    }
}
