package dev.dictamen.ingest.read;

import dev.dictamen.ingest.mapping.ColumnReference;
import dev.dictamen.ingest.mapping.JoinedTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts joins in an order in which each one's source comes before it. */
final class JoinOrder {
    private JoinOrder() {}

    /** Throws {@link IllegalArgumentException} for joins that lead in a circle or nowhere. */
    static Map<String, JoinedTable> of(Map<String, JoinedTable> joins) {
        var waiting = new TreeMap<>(joins);
        var ordered = new LinkedHashMap<String, JoinedTable>();
        while (!waiting.isEmpty()) {
            int before = waiting.size();
            waiting.entrySet().removeIf(entry -> {
                var source = ColumnReference.of(entry.getValue().from());
                boolean isReachable = source.isOwn() || ordered.containsKey(source.join());
                if (isReachable) {
                    ordered.put(entry.getKey(), entry.getValue());
                }
                return isReachable;
            });
            if (waiting.size() == before) {
                throw new IllegalArgumentException("the joins " + waiting.keySet() + " lead nowhere or in a circle");
            }
        }
        return ordered;
    }
}
