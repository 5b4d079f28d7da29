package dev.dictamen.ingest.read;

import dev.dictamen.ingest.mapping.Condition;
import dev.dictamen.ingest.mapping.Conditions;
import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions as SQL, for a select that should not read rows only to drop them. Values are a mapping's, quoted. */
final class SqlConditions {
    private SqlConditions() {}

    static String of(Conditions conditions) {
        return conditions.byColumn().entrySet().stream()
                .map(entry -> of(Statements.quote(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(" AND "));
    }

    private static String of(String column, Condition condition) {
        return switch (condition) {
            case Condition.OneOf(var values) -> column + " IN (" + literals(values) + ")";
            case Condition.NoneOf(var values) ->
                "(" + column + " IS NULL OR " + column + " NOT IN (" + literals(values) + "))";
            case Condition.Above(var bound) -> column + " > " + bound.toPlainString();
            case Condition.Below(var bound) -> column + " < " + bound.toPlainString();
            case Condition.Bits(var mask) -> "(" + column + " & " + mask + ") <> 0";
            case Condition.Contains(var part) -> "LOCATE(" + literal(part) + ", " + column + ") > 0";
            case Condition.StartsWith(var beginning) -> "LOCATE(" + literal(beginning) + ", " + column + ") = 1";
            case Condition.Absent(var isAbsent) ->
                (isAbsent ? "" : "NOT ") + "(" + column + " IS NULL OR " + column + " IN ('', '0'))";
        };
    }

    private static String literals(List<String> values) {
        return values.stream().map(SqlConditions::literal).collect(Collectors.joining(", "));
    }

    private static String literal(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
