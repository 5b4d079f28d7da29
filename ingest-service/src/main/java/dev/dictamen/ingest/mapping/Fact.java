package dev.dictamen.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where one fact of a chat comes from. In YAML: a column, a list of columns (joined by a blank), or {@code {value: text}}.
 *
 * @param columns empty for a constant
 * @param constant null where columns say it
 */
public record Fact(List<String> columns, @Nullable String constant) {
    /** The fact that a column holds. */
    public static Fact column(String column) {
        return new Fact(List.of(column), null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Fact of(JsonNode yaml) {
        if (yaml.isString()) {
            return column(yaml.asString());
        }
        if (yaml.isArray()) {
            var columns = new ArrayList<String>();
            yaml.forEach(column -> columns.add(column.asString()));
            return new Fact(List.copyOf(columns), null);
        }
        if (yaml.isObject() && yaml.size() == 1 && yaml.has("value")) {
            return new Fact(List.of(), yaml.get("value").asString());
        }
        throw new IllegalArgumentException("expected a column, a list of columns or {value: text}, not " + yaml);
    }
}
