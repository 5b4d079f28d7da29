package dev.dictamen.ingest.read;

import dev.dictamen.ingest.found.ChatLimits;
import dev.dictamen.ingest.mapping.Fact;
import dev.dictamen.ingest.mapping.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row's values by the references that a mapping uses. */
final class Row {
    private final Map<String, @Nullable Object> values = new HashMap<>();

    /** Takes these columns, which stand in the answer from the given position on. */
    static Row of(ResultSet answer, List<String> columns, int first) throws SQLException {
        var row = new Row();
        for (int i = 0; i < columns.size(); i++) {
            row.values.put(columns.get(i), value(answer, first + i));
        }
        return row;
    }

    /** What the driver cannot make a value of (a day that no calendar has, 838 hours) is left as its text. */
    private static @Nullable Object value(ResultSet answer, int column) throws SQLException {
        try {
            return answer.getObject(column);
        } catch (SQLException noValue) {
            return answer.getString(column);
        }
    }

    @Nullable
    Object value(String reference) {
        return values.get(reference);
    }

    /** The value as a name or an id; null for nothing. Longer ones are cut at the longest that is stored. */
    @Nullable
    String text(@Nullable Fact fact) {
        if (fact == null) {
            return null;
        }
        if (fact.constant() != null) {
            return fact.constant();
        }
        var text = fact.columns().stream()
                .map(column -> Values.present(values.get(column)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : Text.cut(Text.oneLine(text), ChatLimits.NAME);
    }
}
