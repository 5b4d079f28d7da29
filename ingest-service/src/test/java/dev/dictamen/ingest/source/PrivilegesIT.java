package dev.dictamen.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.mapping.Mappings;
import dev.dictamen.ingest.testing.ChatProduct;
import dev.dictamen.ingest.testing.SourceUser;
import dev.dictamen.testing.database.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** What a user that lacks something is told, and that what it is told to do helps. */
class PrivilegesIT {
    private static final String SCHEMA = "privileges";
    private static final Pattern STATEMENT = Pattern.compile("GRANT .*?;");
    private static final List<String> TABLES = List.of("lh_chat", "lh_msg", "lh_users", "lh_departament");

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void namesEachMissingPrivilegeAndTheGrantThatHelps(TestDatabase server) {
        ChatProduct.LIVEHELPERCHAT.load(server, SCHEMA);
        var logPrivilege = kind(server).logPrivilege();
        for (var privilege : List.of("REPLICATION SLAVE", logPrivilege)) {
            var user = reader(server);
            Stream.of("REPLICATION SLAVE", logPrivilege)
                    .filter(other -> !other.equals(privilege))
                    .forEach(other -> user.with(other, "*.*"));
            assertMendedBy(user, privilege + " ON *.* TO " + user.account());
        }
        var user = SourceUser.on(server, "follower").with("REPLICATION SLAVE, " + logPrivilege, "*.*");
        TABLES.subList(1, TABLES.size()).forEach(table -> user.with("SELECT", SCHEMA + "." + table));
        assertMendedBy(user, "SELECT ON `" + SCHEMA + "`.`lh_chat` TO " + user.account());
    }

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void aRoleCountsWhenItIsActive(TestDatabase server) {
        ChatProduct.LIVEHELPERCHAT.load(server, SCHEMA);
        var kind = kind(server);
        var user = SourceUser.on(server, "follower").with("SELECT", SCHEMA + ".*");
        user.asRoot("DROP ROLE IF EXISTS follow");
        user.asRoot("CREATE ROLE follow");
        user.asRoot("GRANT REPLICATION SLAVE, " + kind.logPrivilege() + " ON *.* TO follow");
        user.asRoot("GRANT follow TO " + user.account());
        assertThat(told(user.source(SCHEMA))).contains("lacks REPLICATION SLAVE", "lacks " + kind.logPrivilege());

        user.asRoot("SET DEFAULT ROLE follow " + (kind == ServerKind.MARIADB ? "FOR " : "TO ") + user.account());
        assertThat(told(user.source(SCHEMA))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void namesTheVariableThatKeepsTooLittle(TestDatabase server) {
        ChatProduct.LIVEHELPERCHAT.load(server, SCHEMA);
        var user = reader(server).with("REPLICATION SLAVE, " + kind(server).logPrivilege(), "*.*");
        try {
            user.asRoot("SET GLOBAL binlog_row_image = 'MINIMAL'");
            assertThat(told(user.source(SCHEMA)))
                    .contains("binlog_row_image is MINIMAL", "SET GLOBAL binlog_row_image = 'FULL';");
        } finally {
            user.asRoot("SET GLOBAL binlog_row_image = 'FULL'");
        }
    }

    /** At once, since each waits ten seconds for a connection. */
    @Test
    void namesWhatKeepsItFromConnecting() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ChatProduct.servers()
                    .flatMap(server -> refusals(server).stream())
                    .map(refusal -> CompletableFuture.runAsync(refusal, threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private static List<Runnable> refusals(TestDatabase server) {
        server.emptySchema("unseen");
        var stranger = SourceUser.on(server, "stranger");
        var everywhere = SourceUser.on(server, "everywhere").with("SELECT", "*.*");
        return List.of(
                () -> assertTold(stranger.source(server.serverUrl() + "unseen", SourceUser.PASSWORD + "X"))
                        .startsWith("MISCONFIGURED")
                        .contains("stranger", "SOURCE_USERNAME", "SOURCE_PASSWORD"),
                () -> assertTold(everywhere.source("nowhere"))
                        .startsWith("MISCONFIGURED")
                        .contains("there is no schema nowhere", "SOURCE_URL"),
                () -> assertTold(stranger.source("jdbc:mysql://127.0.0.1:1/unseen", SourceUser.PASSWORD))
                        .startsWith("RECONNECTING")
                        .contains("127.0.0.1:1 does not answer", "Connection refused", "SOURCE_URL"),
                () -> assertTold(stranger.source("unseen"))
                        .startsWith("MISCONFIGURED")
                        .contains("lacks SELECT: GRANT SELECT ON `unseen`.* TO " + stranger.account() + ";"));
    }

    private static AbstractStringAssert<?> assertTold(SourceProperties source) {
        return assertThat(told(source)).doesNotContain(SourceUser.PASSWORD).doesNotContain("\n");
    }

    private static SourceUser reader(TestDatabase server) {
        return SourceUser.on(server, "follower").with("SELECT", SCHEMA + ".*");
    }

    private static ServerKind kind(TestDatabase server) {
        return server.toString().equals("MariaDB") ? ServerKind.MARIADB : ServerKind.MYSQL;
    }

    private static void assertMendedBy(SourceUser user, String grant) {
        var told = told(user.source(SCHEMA));
        assertThat(told)
                .contains("lacks " + grant.substring(0, grant.indexOf(" ON ")))
                .doesNotContain(" | ");
        var statement = STATEMENT.matcher(told);
        assertThat(statement.find()).as(told).isTrue();
        assertThat(statement.group()).isEqualTo("GRANT " + grant + ";");
        user.asRoot(statement.group());
        assertThat(told(user.source(SCHEMA))).isEmpty();
    }

    /** What the status would say; empty where the database is fit. */
    private static String told(SourceProperties source) {
        try (var database = new SourceDatabase(source.url(), source.username(), source.password())) {
            var client = database.client();
            var problems =
                    new Requirements(client, ServerKind.of(client), Mappings.of(source.mapping()), source).problems();
            return problems.isEmpty() ? "" : String.valueOf(new MisconfiguredException(problems).getMessage());
        } catch (DataAccessException e) {
            return DatabaseProblem.stateOf(e) + ": " + DatabaseProblem.textOf(e, source);
        }
    }
}
