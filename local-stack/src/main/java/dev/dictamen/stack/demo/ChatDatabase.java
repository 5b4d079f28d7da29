package dev.dictamen.stack.demo;

import dev.dictamen.stack.database.DemoDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One connection to the demo's database, made again after a failure. Not thread-safe. */
final class ChatDatabase implements AutoCloseable {
    private static final String CONNECT_TIMEOUT_MS = "5000";
    private static final String SOCKET_TIMEOUT_MS = "20000";

    private final DemoDatabase address;
    private @Nullable Connection connection;

    ChatDatabase(DemoDatabase address) {
        this.address = address;
    }

    /** Work that is committed as a whole. */
    interface Transaction {
        void run(ChatTables tables) throws SQLException;
    }

    void inTransaction(Transaction transaction) throws SQLException {
        var open = open();
        transaction.run(new ChatTables(open));
        open.commit();
    }

    private Connection open() throws SQLException {
        var open = connection;
        if (open == null) {
            open = DriverManager.getConnection(address.url(), properties());
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", address.writer().username());
        properties.setProperty("password", address.writer().password());
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_MS);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_MS);
        return properties;
    }

    /** Gives the connection up, and with it what was not committed; the next use makes another one. */
    @Override
    public void close() {
        var open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                // the server has ended it already
            }
        }
    }
}
