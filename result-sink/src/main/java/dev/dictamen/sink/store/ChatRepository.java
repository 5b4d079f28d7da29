package dev.dictamen.sink.store;

import org.springframework.data.repository.Repository;

/** The table of chats. */
public interface ChatRepository extends Repository<StoredChat, String>, ChatUpsert {}
