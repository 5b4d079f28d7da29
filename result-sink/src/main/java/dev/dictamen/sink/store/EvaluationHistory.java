package dev.dictamen.sink.store;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table {@code evaluation_history}: outcomes whose place a replay's verdict took. Called before that verdict is
 * written, in its transaction; what is delivered again finds its own verdict in that place and keeps nothing.
 */
final class EvaluationHistory {
    private static final String KEEP = """
            INSERT INTO evaluation_history (replaced_by, replaced_at, %1$s)
            SELECT ?, ?, %1$s FROM evaluation
            WHERE chat_id = ? AND run_id = ? AND (revision, finality, evaluated_at) < (?, ?, ?)
            FOR UPDATE
            ON DUPLICATE KEY UPDATE replaced_at = VALUES(replaced_at)
            """.formatted(String.join(", ", StoredHistory.KEPT));

    private final JdbcTemplate jdbc;

    EvaluationHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the rows that these are newer than. */
    void keepWhatIsReplacedBy(Collection<Replacement> replacements) {
        jdbc.batchUpdate(
                KEEP, replacements.stream().map(EvaluationHistory::parameters).toList());
    }

    private static Object[] parameters(Replacement replacement) {
        var standing = replacement.standing();
        var evaluatedAt = Upsert.utcMillis(standing.evaluatedAt());
        return List.of(
                        replacement.replay(),
                        evaluatedAt,
                        standing.chatId(),
                        standing.runId(),
                        standing.revision(),
                        EvaluationColumns.finality(standing),
                        evaluatedAt)
                .toArray();
    }
}
