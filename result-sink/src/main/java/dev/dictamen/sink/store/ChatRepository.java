package dev.dictamen.sink.store;

import dev.dictamen.contract.ClosedChat;
import java.util.List;

/** The table of chats. Writing the same chat twice leaves one row; a higher revision wins, whatever the order. */
public interface ChatRepository {
    /**
     * Inserts or updates all chats in one transaction, or none of them.
     *
     * @throws RefusedDataException when the database refuses what a chat holds; trying again would not help
     */
    void upsertAll(List<ClosedChat> chats);
}
