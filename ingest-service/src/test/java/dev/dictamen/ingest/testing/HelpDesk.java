package dev.dictamen.ingest.testing;

import dev.dictamen.testing.database.TestDatabase;
import java.nio.file.Path;

/** A {@link DeskSchema} whose keys are numbers, for tests that are about how chats close. */
public final class HelpDesk {
    private final DeskSchema desk;

    private HelpDesk(DeskSchema desk) {
        this.desk = desk;
    }

    /** Makes the tables anew; {@code columns} are further ones of the chat table, each like {@code meta JSON}. */
    public static HelpDesk on(TestDatabase server, String schema, String... columns) {
        var desk = DeskSchema.of(server, schema, "BIGINT", "BIGINT");
        for (var column : columns) {
            desk.run("ALTER TABLE chat ADD COLUMN " + column);
        }
        return new HelpDesk(desk);
    }

    /** One whose tables are there. */
    public static HelpDesk there(TestDatabase server, String schema) {
        return new HelpDesk(new DeskSchema(server, schema));
    }

    /** Makes an index by which a time finds chats. */
    public HelpDesk withIndex() {
        return run("CREATE INDEX closed ON chat (closed_at)");
    }

    /** What a user needs to follow it, with its mapping under that folder. */
    public FollowedSchema followed(Path folder) {
        return desk.followed(folder, "");
    }

    /** An open chat of two lines. */
    public HelpDesk open(long id) {
        desk.open(Long.toString(id), Long.toString(id));
        return this;
    }

    /** The statement that closes a chat now. */
    public static String closing(long id) {
        return DeskSchema.closing(Long.toString(id));
    }

    public HelpDesk close(long id) {
        return run(closing(id));
    }

    /** Closes a chat in a session whose changes do not reach the log. */
    public HelpDesk closeUnlogged(long id) {
        return run("SET SESSION sql_log_bin = 0; " + closing(id));
    }

    /** Runs statements in one session, as root. */
    public HelpDesk run(String sql) {
        desk.run(sql);
        return this;
    }
}
