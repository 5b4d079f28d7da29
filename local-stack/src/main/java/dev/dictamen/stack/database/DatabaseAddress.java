package dev.dictamen.stack.database;

/** Where the database listens and who may use it. */
public record DatabaseAddress(String host, int port, String url, Account owner, DemoDatabase demo) {
    @Override
    public String toString() {
        return url;
    }
}
