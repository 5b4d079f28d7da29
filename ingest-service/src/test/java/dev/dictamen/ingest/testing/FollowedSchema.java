package dev.dictamen.ingest.testing;

import dev.dictamen.ingest.mapping.JoinedTable;
import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.testing.database.TestDatabase;
import java.util.stream.Stream;

/**
 * A schema and the user that follows it: one who may do no more than docs/sources.md says, so that every test of following
 * proves that this is enough.
 *
 * @param mapping a preset's name, or the path of a mapping
 */
public record FollowedSchema(SourceUser user, String schema, String mapping) {
    /** Creates the user; the schema and its tables are there. */
    public static FollowedSchema of(TestDatabase server, String schema, String mapping) {
        var logPrivilege = server.toString().equals("MariaDB") ? "BINLOG MONITOR" : "REPLICATION CLIENT";
        var user = SourceUser.on(server, "least").with("REPLICATION SLAVE, " + logPrivilege, "*.*");
        tables(Mappings.of(mapping)).forEach(table -> user.with("SELECT", schema + "." + table));
        return new FollowedSchema(user, schema, mapping);
    }

    private static Stream<String> tables(SourceMapping mapping) {
        var joined = Stream.of(mapping.joins(), mapping.messages().joins())
                .flatMap(joins -> joins.values().stream())
                .map(JoinedTable::table);
        return Stream.concat(
                        Stream.of(mapping.chat().table(), mapping.messages().table()), joined)
                .map(mapping::tableName)
                .distinct();
    }

    /** The address to give in {@code SOURCE_URL}. */
    public String url() {
        return user.serverUrl() + schema;
    }
}
