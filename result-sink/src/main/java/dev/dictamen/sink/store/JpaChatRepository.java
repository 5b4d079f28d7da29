package dev.dictamen.sink.store;

import dev.dictamen.contract.ClosedChat;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** {@link ChatRepository} on MySQL or MariaDB; the batch runs on the JPA transaction's connection. */
@Repository
class JpaChatRepository implements ChatRepository {
    private final BatchUpsert<ClosedChat, String> batch;

    JpaChatRepository(JdbcTemplate jdbc) {
        this.batch = new BatchUpsert<>(
                jdbc, ChatColumns.UPSERT, ClosedChat::chatId, Comparator.comparingLong(ClosedChat::revision));
    }

    @Override
    @Transactional
    public void upsertAll(List<ClosedChat> chats) {
        batch.write(chats);
    }
}
