package dev.dictamen.sink.store;

import dev.dictamen.contract.ClosedChat;
import java.util.List;

/** How chats are written. Writing the same chat twice leaves one row; a higher revision wins, whatever the order. */
public interface ChatUpsert {
    /**
     * Inserts or updates all chats in one transaction, or none of them.
     *
     * @throws RefusedDataException when the database refuses what a chat holds; trying again would not help
     */
    void upsertAll(List<ClosedChat> chats);
}
