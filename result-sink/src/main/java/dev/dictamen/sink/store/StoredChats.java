package dev.dictamen.sink.store;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads for the ledger's gauge. */
interface StoredChats extends Repository<StoredChat, String> {
    /** Chats whose latest revision has no outcome yet. */
    @Query(value = """
                    SELECT COUNT(*) FROM chat c
                    LEFT JOIN evaluation e ON e.chat_id = c.chat_id AND e.run_id = 'live' AND e.revision >= c.revision
                    WHERE e.chat_id IS NULL
                    """, nativeQuery = true)
    long countWithoutOutcome();
}
