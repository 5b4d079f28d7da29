package dev.dictamen.ingest.testing;

import dev.dictamen.testing.database.TestDatabase;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Operators at work in a Live Helper Chat database: chats that open, go on and close, at a steady rate. */
public final class ChatDesk {
    private static final long FIRST_ID = 100_000;
    private static final int MESSAGES = 4;

    private final AtomicLong nextId = new AtomicLong(FIRST_ID);
    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public ChatDesk(TestDatabase server, String schema) {
        jdbc = server.jdbc(schema + "?jdbcCompliantTruncation=false&sessionVariables=sql_mode=''");
        transaction = new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
    }

    /** The ids of the chats whose closing is committed. */
    public Set<String> closed() {
        return Set.copyOf(closed);
    }

    /** Closes {@code perSecond} chats a second until {@link #shut}, on a thread of its own. */
    public Thread work(int perSecond) {
        return Thread.ofPlatform().daemon().name("desk").start(() -> keepWorking(perSecond));
    }

    private void keepWorking(int perSecond) {
        long everyNanos = 1_000_000_000L / perSecond;
        long next = System.nanoTime();
        while (isOpen.get()) {
            closeOne();
            next += everyNanos;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** No chat closes any more. */
    public void shut() {
        isOpen.set(false);
    }

    /** Closes one chat; its id. */
    public String closeOne() {
        long id = nextId.getAndIncrement();
        transaction.executeWithoutResult(opening -> talk(id));
        jdbc.update("UPDATE lh_chat SET status = 2, cls_time = UNIX_TIMESTAMP() WHERE id = ?", id);
        closed.add(Long.toString(id));
        return Long.toString(id);
    }

    private void talk(long id) {
        jdbc.update(
                "INSERT INTO lh_chat (id, nick, status, time, user_id, dep_id) VALUES (?, 'Ana', 1, UNIX_TIMESTAMP(), 16, 1)",
                id);
        for (int i = 0; i < MESSAGES; i++) {
            jdbc.update(
                    "INSERT INTO lh_msg (msg, meta_msg, time, chat_id, user_id, name_support) VALUES (?, '', UNIX_TIMESTAMP(), ?, ?, '')",
                    "línea " + i + " del chat " + id,
                    id,
                    i % 2 == 0 ? 0 : 16);
        }
    }
}
