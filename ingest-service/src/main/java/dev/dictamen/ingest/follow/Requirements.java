package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.read.SourceAddress;
import dev.dictamen.ingest.read.SourceProperties;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a server must grant and how its log must be kept. Privileges: SELECT on the schema, and on *.* REPLICATION SLAVE and
 * REPLICATION CLIENT (MariaDB's word since 10.5 is BINLOG MONITOR).
 */
final class Requirements {
    private static final int SCHEMA_DENIED = 1044;
    private static final int TABLE_DENIED = 1142;

    private final JdbcClient jdbc;
    private final ServerKind server;
    private final SourceMapping mapping;
    private final String schema;
    private final String user;

    Requirements(JdbcClient jdbc, ServerKind server, SourceMapping mapping, SourceProperties source) {
        this.jdbc = jdbc;
        this.server = server;
        this.mapping = mapping;
        this.schema = SourceAddress.of(source.url()).schema();
        this.user = source.username();
    }

    /** What is missing, each with the statement that mends it; empty where all is well. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        var grants = grants();
        if (!canSelect()) {
            problems.add(missing("SELECT", schema + ".*"));
        }
        if (!has(grants, "REPLICATION SLAVE")) {
            problems.add(missing("REPLICATION SLAVE", "*.*"));
        }
        if (!has(grants, server.logPrivilege()) && !has(grants, "REPLICATION CLIENT") && !has(grants, "SUPER")) {
            problems.add(missing(server.logPrivilege(), "*.*"));
        }
        log(problems);
        return problems;
    }

    private String missing(String privilege, String on) {
        return "the user " + user + " lacks " + privilege + ": GRANT " + privilege + " ON " + on + " TO " + account()
                + ";";
    }

    private String account() {
        var account = jdbc.sql("SELECT CURRENT_USER()").query(String.class).single();
        int at = account.lastIndexOf('@');
        return "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
    }

    private List<String> grants() {
        return jdbc.sql("SHOW GRANTS").query(String.class).list().stream()
                .map(String::valueOf)
                .map(grant -> grant.toUpperCase(Locale.ROOT).replace("`", "").replace("'", ""))
                .toList();
    }

    /** Whether a privilege is granted everywhere; a granted role may hold it, which cannot be told from here. */
    private static boolean has(List<String> grants, String privilege) {
        return grants.stream()
                .anyMatch(grant -> isRole(grant)
                        || (grant.contains(" ON *.* ")
                                && (grant.contains(privilege) || grant.contains("ALL PRIVILEGES"))));
    }

    private static boolean isRole(String grant) {
        return !grant.contains(" ON ");
    }

    private boolean canSelect() {
        var tables = new ArrayList<>(
                List.of(mapping.chat().table(), mapping.messages().table()));
        Stream.of(mapping.joins(), mapping.messages().joins())
                .flatMap(joins -> joins.values().stream())
                .forEach(join -> tables.add(join.table()));
        return tables.stream().map(mapping::tableName).noneMatch(this::isForbidden);
    }

    private boolean isForbidden(String table) {
        try {
            jdbc.sql("SELECT 1 FROM `" + table + "` LIMIT 1").query().listOfRows();
            return false;
        } catch (DataAccessException e) {
            return e.getMostSpecificCause() instanceof SQLException cause && isAccessDenied(cause);
        }
    }

    /** Whether a statement or a connection failed for want of a privilege on the schema or one of its tables. */
    static boolean isAccessDenied(SQLException e) {
        return e.getErrorCode() == SCHEMA_DENIED || e.getErrorCode() == TABLE_DENIED;
    }

    private void log(List<String> problems) {
        if (!"1".equals(variable("log_bin")) && !"ON".equals(variable("log_bin"))) {
            problems.add("the server keeps no binlog: set log_bin in its configuration and start it again");
        }
        require(problems, "binlog_format", "ROW");
        require(problems, "binlog_row_image", "FULL");
    }

    private void require(List<String> problems, String variable, String value) {
        var is = variable(variable);
        if (!value.equals(is)) {
            problems.add("the server's " + variable + " is " + is + ", but must be " + value + ": SET GLOBAL "
                    + variable + " = '" + value + "'; and the same in its configuration");
        }
    }

    private String variable(String name) {
        return jdbc.sql("SELECT @@GLOBAL." + name).query(String.class).single().toUpperCase(Locale.ROOT);
    }
}
