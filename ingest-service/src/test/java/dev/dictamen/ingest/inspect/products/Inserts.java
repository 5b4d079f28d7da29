package dev.dictamen.ingest.inspect.products;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects rows and writes them as INSERTs of many rows each. Times are wall clocks of UTC; {@link #unix} makes numbers of them. */
final class Inserts {
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int ROWS = 500;

    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /** A row: the table with its columns in brackets, and their values. */
    void into(String table, @Nullable Object... values) {
        rows.computeIfAbsent(table, any -> new ArrayList<>())
                .add(Stream.of(values).map(Inserts::literal).collect(Collectors.joining(", ", "(", ")")));
    }

    /** Seconds since 1970; 0 for no time. */
    static long unix(@Nullable Instant time) {
        return time == null ? 0 : time.getEpochSecond();
    }

    /** All of it as SQL. */
    String sql() {
        var sql = new StringBuilder();
        rows.forEach((table, all) -> {
            for (int from = 0; from < all.size(); from += ROWS) {
                sql.append("INSERT INTO ")
                        .append(table)
                        .append(" VALUES\n")
                        .append(String.join(",\n", all.subList(from, Math.min(all.size(), from + ROWS))))
                        .append(";\n");
            }
        });
        return sql.toString();
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Number number -> number.toString();
            case Instant time -> "'" + WALL_CLOCK.format(time) + "'";
            default -> "'" + value.toString().replace("\\", "\\\\").replace("'", "''") + "'";
        };
    }
}
