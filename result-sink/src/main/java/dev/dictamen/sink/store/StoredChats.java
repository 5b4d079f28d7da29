package dev.dictamen.sink.store;

import org.springframework.data.repository.ListCrudRepository;

/** Reading of chats by their id. */
interface StoredChats extends ListCrudRepository<StoredChat, String> {}
