package dev.dictamen.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.testing.database.EmbeddedMariaDb;
import dev.dictamen.testing.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables, and what looks like one, as servers tell of them. */
class LiveSchemaIT {
    private static final String SCHEMA = "liveschema";

    @ParameterizedTest
    @MethodSource("dev.dictamen.ingest.testing.ChatProduct#servers")
    void aViewIsNoTableAndNamesTheTablesThatItReads(TestDatabase server) {
        var schema = schema(server, """
                CREATE TABLE Plain (id INT PRIMARY KEY, name VARCHAR(9)) PARTITION BY HASH (id) PARTITIONS 2;
                CREATE TABLE other (id INT PRIMARY KEY);
                CREATE VIEW one AS SELECT id, name FROM Plain WHERE id > 3;
                CREATE VIEW both_of AS SELECT p.id FROM Plain p LEFT JOIN other o ON o.id = p.id;
                CREATE VIEW of_view AS SELECT id FROM one;
                """);

        assertThat(schema.tableNames()).containsExactly("Plain", "other");
        assertThat(schema.view("one").orElseThrow().reads()).containsExactly("Plain");
        assertThat(schema.view("one").orElseThrow().rows().column("name")).isPresent();
        assertThat(schema.view("both_of").orElseThrow().reads()).containsExactly("Plain", "other");
        assertThat(schema.view("of_view").orElseThrow().reads()).containsExactly("Plain");
        assertThat(schema.table("plain")).isEmpty();
    }

    @Test
    void aVersionedTableIsATableAndHidesColumnsUnlessTheyAreNamed() {
        var schema = schema(EmbeddedMariaDb.shared(), """
                CREATE TABLE v (id INT PRIMARY KEY) WITH SYSTEM VERSIONING;
                CREATE TABLE n (id INT PRIMARY KEY, since TIMESTAMP(6) GENERATED ALWAYS AS ROW START INVISIBLE,
                  until TIMESTAMP(6) GENERATED ALWAYS AS ROW END INVISIBLE, PERIOD FOR SYSTEM_TIME (since, until)) WITH SYSTEM VERSIONING;
                """);

        assertThat(schema.tableNames()).containsExactly("n", "v");
        assertThat(schema.hasHiddenColumns(schema.table("v").orElseThrow())).isTrue();
        assertThat(schema.hasHiddenColumns(schema.table("n").orElseThrow())).isFalse();
    }

    @Test
    void aServerThatIgnoresCaseFindsATableByAnyOfItsNames() {
        var schema = schema(EmbeddedMariaDb.ignoringCase(), "CREATE TABLE Tickets (id INT PRIMARY KEY)");

        assertThat(schema.tableNames()).containsExactly("tickets");
        assertThat(schema.table("Tickets")).isPresent();
        assertThat(schema.table("Tickers")).isEmpty();
    }

    private static LiveSchema schema(TestDatabase server, String sql) {
        server.emptySchema(SCHEMA);
        server.run(SCHEMA, sql);
        return LiveSchema.of(JdbcClient.create(server.jdbc(SCHEMA)));
    }
}
