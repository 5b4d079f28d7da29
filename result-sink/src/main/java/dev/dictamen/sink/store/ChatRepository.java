package dev.dictamen.sink.store;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The table of chats. */
public interface ChatRepository extends Repository<StoredChat, String>, ChatUpsert {
    /** All rows; for tables of a test's size. */
    List<StoredChat> findAll();

    long count();
}
