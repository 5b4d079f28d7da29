package dev.dictamen.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Conditions on the columns of one row, all of which must hold. In YAML: {@code {status: 2, kind: [chat, call]}}.
 *
 * @param byColumn at least one
 */
public record Conditions(Map<String, Condition> byColumn) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Conditions of(JsonNode yaml) {
        if (!yaml.isObject() || yaml.isEmpty()) {
            throw new IllegalArgumentException("expected {column: condition}, not " + yaml);
        }
        var conditions = new LinkedHashMap<String, Condition>();
        yaml.properties().forEach(entry -> conditions.put(entry.getKey(), Condition.of(entry.getValue())));
        return new Conditions(conditions);
    }

    /** The columns that are asked. */
    public Set<String> columns() {
        return byColumn.keySet();
    }

    /** Whether all hold for the row that this function reads. */
    public boolean hold(Function<String, @Nullable Object> row) {
        return byColumn.entrySet().stream().allMatch(entry -> entry.getValue().holds(row.apply(entry.getKey())));
    }
}
