package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Score;
import dev.dictamen.gateway.history.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and sums over the chats of two runs. Blocks. */
@Repository
class ComparisonRepository {
    private static final String CELLS =
            "SELECT w.score_value AS row_value, r.score_value AS column_value, COUNT(*) AS chats";
    private static final String SUMS = """
            SUM(%1$s.tokens_in) AS %1$s_tokens_in,
            SUM(%1$s.tokens_cached) AS %1$s_tokens_cached,
            SUM(%1$s.tokens_reasoning) AS %1$s_tokens_reasoning,
            SUM(%1$s.tokens_out) AS %1$s_tokens_out,
            AVG(TIMESTAMPDIFF(MICROSECOND, %1$s.started_at, %1$s.evaluated_at)) / 1000000 AS %1$s_seconds,
            CASE WHEN MIN(%1$s.prompt_version) = MAX(%1$s.prompt_version)
                 THEN MIN(%1$s.prompt_version) END AS %1$s_prompt_version,
            CASE WHEN MIN(%1$s.model) = MAX(%1$s.model) THEN MIN(%1$s.model) END AS %1$s_model""";
    private static final String TOTALS = "SELECT " + SUMS.formatted("w") + ", " + SUMS.formatted("r");
    private static final String CSAT = "JSON_UNQUOTE(JSON_EXTRACT(c.attributes, '$.csat'))";
    private static final List<String> CSAT_VALUES = Arrays.stream(Score.values())
            .map(score -> String.valueOf(score.value()))
            .toList();
    private static final String RATED = "SELECT " + CSAT
            + " AS csat, w.score_value AS with_value, r.score_value AS run_value, COUNT(*) AS chats" + TwoRuns.TABLES
            + " JOIN chat c ON c.chat_id = r.chat_id";
    private static final String SCORED = "SELECT COUNT(*) FROM evaluation";

    private final JdbcClient jdbc;

    ComparisonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one side took and was asked with; null where that is not known or, of words, not the same for all. */
    record Totals(
            Comparison.Usage usage,
            @Nullable String promptVersion,
            @Nullable String model) {}

    /** Chats of one satisfaction and one pair of grades, all from 1 to 5. */
    record Rated(int csat, int with, int run, long chats) {}

    /** Rows are the run compared with. */
    ShiftMatrix matrix(TwoRuns runs) {
        Conditions conditions = runs.conditions();
        return ShiftMatrix.of(jdbc.sql(CELLS + TwoRuns.TABLES + conditions.where() + " GROUP BY 1, 2")
                .params(conditions.values())
                .query((row, index) ->
                        new ShiftMatrix.Cell(row.getInt("row_value"), row.getInt("column_value"), row.getLong("chats")))
                .list());
    }

    Comparison.Sides<Totals> totals(TwoRuns runs) {
        Conditions conditions = runs.conditions();
        return jdbc.sql(TOTALS + TwoRuns.TABLES + conditions.where())
                .params(conditions.values())
                .query((row, index) -> new Comparison.Sides<>(totals(row, "w_"), totals(row, "r_")))
                .single();
    }

    private static Totals totals(ResultSet row, String side) throws SQLException {
        var usage = new Comparison.Usage(
                count(row, side + "tokens_in"),
                count(row, side + "tokens_cached"),
                count(row, side + "tokens_reasoning"),
                count(row, side + "tokens_out"),
                row.getObject(side + "seconds") == null ? null : row.getDouble(side + "seconds"));
        return new Totals(usage, row.getString(side + "prompt_version"), row.getString(side + "model"));
    }

    private static @Nullable Long count(ResultSet row, String column) throws SQLException {
        long count = row.getLong(column);
        return row.wasNull() ? null : count;
    }

    /** What customers said, where they said a number from 1 to 5. */
    List<Rated> rated(TwoRuns runs) {
        Conditions conditions = runs.conditions();
        conditions.addIn(CSAT, CSAT_VALUES);
        return jdbc.sql(RATED + conditions.where() + " GROUP BY 1, 2, 3")
                .params(conditions.values())
                .query((row, index) -> new Rated(
                        row.getInt("csat"), row.getInt("with_value"), row.getInt("run_value"), row.getLong("chats")))
                .list();
    }

    /** Chats that one run scored for good, whatever the other did. */
    long scored(String runId, TwoRuns runs) {
        var conditions = new Conditions();
        conditions.add("run_id = ? AND outcome = 'scored' AND provisional = FALSE", runId);
        conditions.addScope("team", runs.scope());
        return jdbc.sql(SCORED + conditions.where())
                .params(conditions.values())
                .query(Long.class)
                .single();
    }
}
