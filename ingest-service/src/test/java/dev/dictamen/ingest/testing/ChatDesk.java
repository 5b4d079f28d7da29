package dev.dictamen.ingest.testing;

import dev.dictamen.testing.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Operators at work in a Live Helper Chat database: chats that open, go on and close, at a steady rate. */
public final class ChatDesk {
    private static final long FIRST_ID = 100_000;
    private static final int MESSAGES = 4;

    private final String url;
    private final TestDatabase server;
    private final AtomicLong nextId = new AtomicLong(FIRST_ID);
    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    public ChatDesk(TestDatabase server, String schema) {
        this.server = server;
        this.url = server.serverUrl() + schema + "?jdbcCompliantTruncation=false&sessionVariables=sql_mode=''";
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
        try (var connection = connect()) {
            long next = System.nanoTime();
            while (isOpen.get()) {
                closeOne(connection);
                next += everyNanos;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No chat closes any more. */
    public void shut() {
        isOpen.set(false);
    }

    /** Closes one chat; its id. */
    public String closeOne() {
        try (var connection = connect()) {
            return closeOne(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, server.username(), server.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private String closeOne(Connection connection) throws SQLException {
        long id = nextId.getAndIncrement();
        open(connection, id);
        for (int i = 0; i < MESSAGES; i++) {
            say(connection, id, i % 2 == 0 ? 0 : 16, "línea " + i + " del chat " + id);
        }
        connection.commit();
        try (PreparedStatement close = connection.prepareStatement(
                "UPDATE lh_chat SET status = 2, cls_time = UNIX_TIMESTAMP() WHERE id = ?")) {
            close.setLong(1, id);
            close.executeUpdate();
        }
        connection.commit();
        closed.add(Long.toString(id));
        return Long.toString(id);
    }

    private static void open(Connection connection, long id) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(
                "INSERT INTO lh_chat (id, nick, status, time, user_id, dep_id) VALUES (?, 'Ana', 1, UNIX_TIMESTAMP(), 16, 1)")) {
            open.setLong(1, id);
            open.executeUpdate();
        }
    }

    private static void say(Connection connection, long id, int user, String text) throws SQLException {
        try (PreparedStatement say = connection.prepareStatement(
                "INSERT INTO lh_msg (msg, meta_msg, time, chat_id, user_id, name_support) VALUES (?, '', UNIX_TIMESTAMP(), ?, ?, '')")) {
            say.setString(1, text);
            say.setLong(2, id);
            say.setInt(3, user);
            say.executeUpdate();
        }
    }
}
