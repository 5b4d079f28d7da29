package dev.dictamen.ingest.source;

import dev.dictamen.ingest.mapping.JoinedTable;
import dev.dictamen.ingest.mapping.SourceMapping;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a server must grant and how its log must be kept. Privileges: SELECT on the tables that the mapping names, and on *.*
 * REPLICATION SLAVE and REPLICATION CLIENT (MariaDB's word since 10.5 is BINLOG MONITOR).
 */
final class Requirements {
    /** On the schema, on a table, on a column. */
    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143);

    private final JdbcClient jdbc;
    private final ServerKind server;
    private final SourceMapping mapping;
    private final String schema;

    Requirements(JdbcClient jdbc, ServerKind server, SourceMapping mapping, SourceProperties source) {
        this.jdbc = jdbc;
        this.server = server;
        this.mapping = mapping;
        this.schema = SourceAddress.of(source.url()).schema();
    }

    /** What is missing, each with the statement that mends it; empty where all is well. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        var account = DatabaseAccount.of(jdbc);
        forbiddenTables().forEach(on -> problems.add(account.lacks("SELECT", on)));
        var grants = Grants.of(jdbc);
        Stream.of("REPLICATION SLAVE", server.logPrivilege())
                .filter(privilege -> !grants.has(privilege))
                .forEach(privilege -> problems.add(account.lacks(privilege, "*.*")));
        problems.addAll(LogSettings.of(jdbc, mapping, schema).refusals());
        return problems;
    }

    /** Each table that this user must not read; the whole schema where all are such. */
    private List<String> forbiddenTables() {
        var tables = tables();
        var forbidden = tables.stream().filter(this::isForbidden).toList();
        var inSchema = DatabaseAccount.quoted(schema) + ".";
        return forbidden.size() == tables.size()
                ? List.of(inSchema + "*")
                : forbidden.stream()
                        .map(table -> inSchema + DatabaseAccount.quoted(table))
                        .toList();
    }

    private List<String> tables() {
        var joined = Stream.of(mapping.joins(), mapping.messages().joins())
                .flatMap(joins -> joins.values().stream())
                .map(JoinedTable::table);
        var own = Stream.of(mapping.chat().table(), mapping.messages().table());
        return Stream.concat(own, joined).map(mapping::tableName).distinct().toList();
    }

    private boolean isForbidden(String table) {
        try {
            jdbc.sql("SELECT 1 FROM " + DatabaseAccount.quoted(table) + " LIMIT 1")
                    .query()
                    .listOfRows();
            return false;
        } catch (DataAccessException e) {
            return e.getMostSpecificCause() instanceof SQLException cause && isAccessDenied(cause);
        }
    }

    /** Whether a statement or a connection failed for want of a privilege on the schema or something in it. */
    static boolean isAccessDenied(SQLException e) {
        return DENIED.contains(e.getErrorCode());
    }
}
