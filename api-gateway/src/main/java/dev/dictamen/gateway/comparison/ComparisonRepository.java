package dev.dictamen.gateway.comparison;

import dev.dictamen.gateway.history.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and sums over the chats of two runs, in one reading of their rows. Blocks. */
@Repository
class ComparisonRepository {
    private static final String CSAT = "JSON_UNQUOTE(JSON_EXTRACT(c.attributes, '$.csat'))";
    private static final String TAKEN = """
            SUM(%1$s.tokens_in) AS %1$s_tokens_in,
            SUM(%1$s.tokens_cached) AS %1$s_tokens_cached,
            SUM(%1$s.tokens_reasoning) AS %1$s_tokens_reasoning,
            SUM(%1$s.tokens_out) AS %1$s_tokens_out,
            SUM(TIMESTAMPDIFF(MICROSECOND, %1$s.started_at, %1$s.evaluated_at)) / 1000000 AS %1$s_seconds,
            MIN(%1$s.prompt_version) AS %1$s_first_prompt, MAX(%1$s.prompt_version) AS %1$s_last_prompt,
            MIN(%1$s.model) AS %1$s_first_model, MAX(%1$s.model) AS %1$s_last_model,
            MAX(%1$s.simulated) AS %1$s_simulated""";
    private static final String COLUMNS = "SELECT COALESCE(w.score_value, 0) AS with_score, r.score_value AS run_score,"
            + " CASE WHEN " + CSAT + " IN ('1', '2', '3', '4', '5') THEN " + CSAT + " ELSE '0' END AS csat,"
            + " COUNT(*) AS chats, " + TAKEN.formatted("w") + ", " + TAKEN.formatted("r");
    private static final String RUN = " FROM evaluation r";
    private static final String COMPARED_WITH =
            " LEFT JOIN evaluation w ON w.chat_id = r.chat_id AND w.revision = r.revision AND ";
    private static final String CHAT = " LEFT JOIN chat c ON c.chat_id = w.chat_id";
    private static final String SCORED = "SELECT COUNT(*) FROM evaluation w";

    private final JdbcClient jdbc;

    ComparisonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All chats that the run scored, whatever the other did. */
    List<Part> parts(TwoRuns runs) {
        Conditions other = runs.scoredBy("w", runs.with());
        Conditions own = runs.scoredBy("r", runs.run());
        return jdbc.sql(COLUMNS + RUN + COMPARED_WITH + other.all() + CHAT + own.where() + " GROUP BY 1, 2, 3")
                .params(other.values())
                .params(own.values())
                .query(ComparisonRepository::part)
                .list();
    }

    private static Part part(ResultSet row, int index) throws SQLException {
        return new Part(
                row.getInt("with_score"),
                row.getInt("run_score"),
                row.getInt("csat"),
                row.getLong("chats"),
                new Comparison.Sides<>(taken(row, "w_"), taken(row, "r_")));
    }

    private static Taken taken(ResultSet row, String side) throws SQLException {
        var usage = new Comparison.Usage(
                tokens(row, side + "tokens_in"),
                tokens(row, side + "tokens_cached"),
                tokens(row, side + "tokens_reasoning"),
                tokens(row, side + "tokens_out"),
                row.getObject(side + "seconds") == null ? null : row.getDouble(side + "seconds"));
        return new Taken(
                usage,
                words(row.getString(side + "first_prompt"), row.getString(side + "last_prompt")),
                words(row.getString(side + "first_model"), row.getString(side + "last_model")),
                row.getBoolean(side + "simulated"));
    }

    private static @Nullable Long tokens(ResultSet row, String column) throws SQLException {
        long tokens = row.getLong(column);
        return row.wasNull() ? null : tokens;
    }

    private static List<String> words(@Nullable String first, @Nullable String last) {
        var words = new ArrayList<String>();
        Stream.of(first, last).filter(Objects::nonNull).distinct().forEach(words::add);
        return words;
    }

    /** Chats that the run compared with scored, whatever the other did. */
    long scoredByOther(TwoRuns runs) {
        Conditions conditions = runs.scoredBy("w", runs.with());
        return jdbc.sql(SCORED + conditions.where())
                .params(conditions.values())
                .query(Long.class)
                .single();
    }
}
