package dev.dictamen.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class UpsertTest {
    private record Row(String id, String text, long revision, Instant at) {}

    private static final Upsert<Row> UPSERT = new Upsert<>(
            "t",
            List.of(Upsert.column("id", Row::id)),
            List.of(Upsert.column("text", Row::text)),
            List.of(Upsert.column("revision", Row::revision), Upsert.column("at", Row::at)));

    /** Newer wins, as the database reads it: {@code chat.sql} and {@code evaluation.sql} are there to be read. */
    @Test
    void theStatementsAreThoseThatCanBeRead() throws IOException {
        assertThat(ChatColumns.UPSERT.sql()).isEqualToNormalizingWhitespace(statement("chat"));
        assertThat(EvaluationColumns.UPSERT.sql()).isEqualToNormalizingWhitespace(statement("evaluation"));
    }

    private static String statement(String table) throws IOException {
        return new ClassPathResource("upsert/" + table + ".sql").getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void everyValueIsABoundParameter() {
        assertThat(UPSERT.sql()).startsWith("INSERT INTO t (id, text, revision, at) VALUES (?, ?, ?, ?) ON DUPLICATE");
    }

    @Test
    void theColumnsThatDecideWhatIsNewerAreAssignedLastAndTheFirstRankingAtTheVeryEnd() {
        var newer = "(VALUES(revision) > revision OR VALUES(revision) = revision AND VALUES(at) > at)";

        assertThat(UPSERT.sql())
                .endsWith(
                        "UPDATE text = IF(%1$s, VALUES(text), text), at = IF(%1$s, VALUES(at), at), revision = IF(%1$s, VALUES(revision), revision)"
                                .formatted(newer));
    }

    @Test
    void aColumnMayStayAsItWasWhereARowIsReplaced() {
        var upsert = new Upsert<>(
                "t",
                List.of(Upsert.column("id", Row::id)),
                List.of(Upsert.column("text", Row::text).keptWhere("text IS NOT NULL")),
                List.of(Upsert.column("revision", Row::revision)));

        assertThat(upsert.sql())
                .contains("text = IF(VALUES(revision) > revision AND NOT (text IS NOT NULL), VALUES(text), text)");
    }

    @Test
    void aTimeIsWrittenAsUtcMillisecondsWhateverTheZoneOfTheHost() {
        var row = new Row("a", "b", 1, Instant.parse("2026-03-29T02:30:00.123999Z"));

        assertThat(UPSERT.parameters().getLast().valueOf(row))
                .isEqualTo(LocalDateTime.parse("2026-03-29T02:30:00.123"));
    }
}
