package dev.dictamen.sink.store;

import dev.dictamen.contract.ClosedChat;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** {@link ChatUpsert} as one JDBC batch on the connection of the JPA transaction, on MySQL or MariaDB. */
class ChatUpsertByJdbc implements ChatUpsert {
    private final BatchUpsert<ClosedChat, String> batch;

    ChatUpsertByJdbc(JdbcTemplate jdbc) {
        this.batch = new BatchUpsert<>(
                jdbc, ChatColumns.UPSERT, ClosedChat::chatId, Comparator.comparingLong(ClosedChat::revision));
    }

    @Override
    @Transactional
    public void upsertAll(List<ClosedChat> chats) {
        batch.write(chats);
    }
}
