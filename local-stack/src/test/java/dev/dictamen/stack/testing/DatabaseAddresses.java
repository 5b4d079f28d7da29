package dev.dictamen.stack.testing;

import dev.dictamen.stack.database.Account;
import dev.dictamen.stack.database.DatabaseAddress;
import dev.dictamen.stack.database.DemoDatabase;

/** Where a test's database listens, with its users. */
public final class DatabaseAddresses {
    private static final String URL = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED";

    private DatabaseAddresses() {}

    public static DatabaseAddress at(int port) {
        var demo = new DemoDatabase(
                URL.formatted(port, "demo_chat"),
                new Account("demo", "demo-password"),
                new Account("dictamen_cdc", "follower-password"));
        return new DatabaseAddress(
                "127.0.0.1", port, URL.formatted(port, "dictamen"), new Account("dictamen", "a-password"), demo);
    }
}
