package dev.dictamen.gateway.comparison;

import dev.dictamen.gateway.history.Rows;
import dev.dictamen.kafka.ContractJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * One chat of an export.
 *
 * @param fields in the order of {@link #NAMES}
 */
record ExportLine(Position at, SequencedMap<String, @Nullable Object> fields) {
    static final List<String> NAMES = List.of(
            "chatId",
            "agentId",
            "agentName",
            "team",
            "channel",
            "language",
            "closedAt",
            "withScore",
            "withReason",
            "withImprovement",
            "withSimulated",
            "runScore",
            "runReason",
            "runImprovement",
            "runSimulated",
            "shift",
            "csat",
            "resolved",
            "intent");
    private static final TypeReference<Map<String, @Nullable Object>> ATTRIBUTES = new TypeReference<>() {};

    /** Where a chat stands in an export: by the time of the run's verdict, then by id. */
    record Position(Instant evaluatedAt, String chatId) {
        static final Position BEGINNING = new Position(Instant.EPOCH, "");
    }

    static ExportLine read(ResultSet row, int index) throws SQLException {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("chatId", row.getString("chat_id"));
        fields.put("agentId", row.getString("agent_id"));
        fields.put("agentName", row.getString("agent_name"));
        fields.put("team", row.getString("team"));
        fields.put("channel", row.getString("channel"));
        fields.put("language", row.getString("language"));
        fields.put("closedAt", Rows.instant(row, "closed_at"));
        fields.put("withScore", row.getString("with_score"));
        fields.put("withReason", row.getString("with_reason"));
        fields.put("withImprovement", row.getString("with_improvement"));
        fields.put("withSimulated", row.getBoolean("with_simulated"));
        fields.put("runScore", row.getString("run_score"));
        fields.put("runReason", row.getString("run_reason"));
        fields.put("runImprovement", row.getString("run_improvement"));
        fields.put("runSimulated", row.getBoolean("run_simulated"));
        fields.put("shift", row.getInt("shift"));
        Map<String, @Nullable Object> attributes = attributes(row.getString("attributes"));
        fields.put("csat", attributes.get("csat"));
        fields.put("resolved", attributes.get("resolved"));
        fields.put("intent", attributes.get("intent"));
        Instant evaluatedAt = Objects.requireNonNull(Rows.instant(row, "evaluated_at"));
        return new ExportLine(new Position(evaluatedAt, row.getString("chat_id")), fields);
    }

    private static Map<String, @Nullable Object> attributes(@Nullable String json) {
        return json == null ? Map.of() : ContractJson.mapper().readValue(json, ATTRIBUTES);
    }
}
