package dev.dictamen.gateway.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dictamen.contract.Usage;
import dev.dictamen.kafka.ContractJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of the table evaluation as records. */
public final class EvaluationRows {
    private EvaluationRows() {}

    /** Who judged; as the contract's record, with words that a later version may add. */
    public record JudgedBy(
            String kind,
            @Nullable String model,
            @Nullable String replica,
            @Nullable String systemFingerprint,
            @Nullable String promptVersion,
            @Nullable String promptHash,
            boolean simulated) {}

    /**
     * An outcome with all that is known about how it came to be.
     *
     * @param rawAnswer what the model answered, unread; for admins alone
     */
    public record Detail(
            @JsonUnwrapped Item item,
            @Nullable String detail,
            @Nullable JudgedBy judgedBy,
            @Nullable Usage usage,
            @Nullable Integer attempts,
            @Nullable String rawAnswer) {
        /** As everybody but an admin sees it. */
        public Detail withoutRawAnswer() {
            return new Detail(item, detail, judgedBy, usage, attempts, null);
        }
    }

    static Item item(ResultSet row, int index) throws SQLException {
        return new Item(
                row.getString("evaluation_id"),
                row.getString("chat_id"),
                row.getLong("revision"),
                row.getString("run_id"),
                row.getString("outcome"),
                row.getString("score"),
                row.getString("reason"),
                row.getString("improvement"),
                array(row, "key_messages", Integer[].class),
                array(row, "flags", String[].class),
                row.getString("outcome_reason"),
                row.getBoolean("provisional"),
                row.getBoolean("simulated"),
                row.getString("model"),
                row.getString("agent_id"),
                row.getString("agent_name"),
                row.getString("team"),
                row.getString("channel"),
                row.getString("language"),
                Rows.instant(row, "closed_at"),
                Rows.instant(row, "ingested_at"),
                Objects.requireNonNull(Rows.instant(row, "evaluated_at")));
    }

    static Detail detail(ResultSet row, int index) throws SQLException {
        return new Detail(
                item(row, index),
                row.getString("detail"),
                judgedBy(row),
                usage(row),
                (Integer) row.getObject("attempts"),
                row.getString("raw_answer"));
    }

    private static @Nullable JudgedBy judgedBy(ResultSet row) throws SQLException {
        String kind = row.getString("judge_kind");
        return kind == null
                ? null
                : new JudgedBy(
                        kind,
                        row.getString("model"),
                        row.getString("replica"),
                        row.getString("system_fingerprint"),
                        row.getString("prompt_version"),
                        row.getString("prompt_hash"),
                        row.getBoolean("simulated"));
    }

    private static @Nullable Usage usage(ResultSet row) throws SQLException {
        return row.getObject("tokens_in") == null
                ? null
                : new Usage(
                        row.getInt("tokens_in"),
                        row.getInt("tokens_cached"),
                        row.getInt("tokens_reasoning"),
                        row.getInt("tokens_out"));
    }

    private static <T> List<T> array(ResultSet row, String column, Class<T[]> type) throws SQLException {
        String json = row.getString(column);
        return json == null ? List.of() : List.of(ContractJson.mapper().readValue(json, type));
    }
}
