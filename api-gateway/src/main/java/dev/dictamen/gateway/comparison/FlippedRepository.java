package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.Score;
import dev.dictamen.gateway.history.Conditions;
import dev.dictamen.gateway.history.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds chats that two runs gave different grades. Blocks. */
@Repository
class FlippedRepository {
    private static final String SHIFT = "ABS(r.score_value - w.score_value)";
    private static final String COLUMNS = "SELECT r.chat_id, r.agent_name, r.team, r.closed_at, w.score AS with_score,"
            + " w.reason AS with_reason, w.simulated AS with_simulated, r.score AS run_score, r.reason AS run_reason,"
            + " r.simulated AS run_simulated, " + SHIFT + " AS shift";

    private final JdbcClient jdbc;

    FlippedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which of them are wanted.
     *
     * @param from the grade of the run compared with; null for any
     * @param to the grade of the run; null for any
     */
    record Filter(@Nullable Score from, @Nullable Score to) {}

    /** A chat and where it stands in the list. */
    record Found(Flipped chat, ShiftCursor at) {}

    /** The largest shift first, and by chat id where it is the same; at most {@code limit}, from after the cursor on. */
    List<Found> find(TwoRuns runs, Filter filter, @Nullable ShiftCursor after, int limit) {
        Conditions conditions = runs.conditions();
        conditions.add("r.score_value <> w.score_value");
        if (filter.from() != null) {
            conditions.add("w.score_value = ?", filter.from().value());
        }
        if (filter.to() != null) {
            conditions.add("r.score_value = ?", filter.to().value());
        }
        if (after != null) {
            conditions.add(
                    "(%1$s < ? OR (%1$s = ? AND r.chat_id > ?))".formatted(SHIFT),
                    after.shift(),
                    after.shift(),
                    after.chatId());
        }
        return jdbc.sql(COLUMNS + TwoRuns.TABLES + conditions.where() + " ORDER BY shift DESC, r.chat_id LIMIT "
                        + limit)
                .params(conditions.values())
                .query(FlippedRepository::read)
                .list();
    }

    private static Found read(ResultSet row, int index) throws SQLException {
        var chat = new Flipped(
                row.getString("chat_id"),
                row.getString("agent_name"),
                row.getString("team"),
                Rows.instant(row, "closed_at"),
                given(row, "with_"),
                given(row, "run_"));
        return new Found(chat, new ShiftCursor(row.getInt("shift"), chat.chatId()));
    }

    private static Flipped.Given given(ResultSet row, String side) throws SQLException {
        return new Flipped.Given(
                row.getString(side + "score"), row.getString(side + "reason"), row.getBoolean(side + "simulated"));
    }
}
