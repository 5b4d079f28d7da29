package dev.dictamen.gateway.history;

import dev.dictamen.contract.Evaluation;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the sink's evaluations. Blocks. */
@Repository
public class EvaluationRepository {
    private final JdbcClient jdbc;

    EvaluationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the live run, newest first; at most {@code limit}, from after the cursor on. */
    List<Item> find(EvaluationFilter filter, @Nullable PageCursor after, int limit) {
        var conditions = conditions(filter);
        if (after != null) {
            Timestamp at = Timestamp.from(after.evaluatedAt());
            conditions.add("evaluated_at <= ? AND (evaluated_at < ? OR chat_id < ?)", at, at, after.chatId());
        }
        return jdbc.sql("SELECT * FROM evaluation" + conditions.where()
                        + " ORDER BY evaluated_at DESC, chat_id DESC LIMIT " + limit)
                .params(conditions.values())
                .query(EvaluationRows::item)
                .list();
    }

    /** A chat's evaluation in one run. */
    public Optional<EvaluationRows.Detail> findByChat(String chatId, String runId) {
        return jdbc.sql("SELECT * FROM evaluation WHERE chat_id = ? AND run_id = ?")
                .params(chatId, runId)
                .query(EvaluationRows::detail)
                .optional();
    }

    private static Conditions conditions(EvaluationFilter filter) {
        var conditions = new Conditions();
        conditions.add("run_id = ?", Evaluation.LIVE_RUN);
        conditions.addScope("team", filter.reader().scope());
        if (!filter.scores().isEmpty()) {
            conditions.add("outcome = 'scored'"); // a failed chat may still show a provisional score
            conditions.addIn("score", filter.scores());
        }
        if (!filter.types().isEmpty()) {
            conditions.addIn("outcome", filter.types());
        }
        if (filter.agent() != null) {
            conditions.add("(agent_id = ? OR agent_name = ?)", filter.agent(), filter.agent());
        }
        if (filter.team() != null) {
            conditions.add("team = ?", filter.team());
        }
        if (filter.evaluated().from() != null) {
            conditions.add(
                    "evaluated_at >= ?", Timestamp.from(filter.evaluated().from()));
        }
        if (filter.evaluated().to() != null) {
            conditions.add("evaluated_at < ?", Timestamp.from(filter.evaluated().to()));
        }
        return conditions;
    }
}
