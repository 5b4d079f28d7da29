package dev.dictamen.stack.database;

/**
 * The demo's chat database: a schema beside Dictamen's own, in the same server.
 *
 * @param writer the demo itself
 * @param follower who reads the schema and follows the server's binlog, and may write nothing
 */
public record DemoDatabase(String url, Account writer, Account follower) {
    @Override
    public String toString() {
        return url;
    }
}
