package dev.dictamen.gateway.history;

import dev.dictamen.gateway.security.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Conditions of a WHERE, joined by AND. Their text is ours alone; every value is a bound parameter. */
class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String text, Object... bound) {
        texts.add(text);
        Collections.addAll(values, bound);
    }

    /** One of the values; of none, nothing passes. */
    void addIn(String column, Collection<String> allowed) {
        if (allowed.isEmpty()) {
            texts.add("1 = 0");
            return;
        }
        texts.add(column + " IN (" + String.join(", ", Collections.nCopies(allowed.size(), "?")) + ")");
        values.addAll(allowed);
    }

    /** Only what somebody may see by this column, the team. */
    void addScope(String column, Reader.Scope scope) {
        if (!scope.seesAll()) {
            addIn(column, scope.teams());
        }
    }

    String where() {
        return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
