package dev.dictamen.gateway.history;

import dev.dictamen.gateway.security.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Conditions of a WHERE, joined by AND. Their text is ours alone; every value is a bound parameter. */
public class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param bound a value for each question mark of the text */
    public void add(String text, Object... bound) {
        texts.add(text);
        Collections.addAll(values, bound);
    }

    /** One of the values; of none, nothing passes. */
    public void addIn(String column, Collection<String> allowed) {
        if (allowed.isEmpty()) {
            texts.add("1 = 0");
            return;
        }
        texts.add(column + " IN (" + String.join(", ", Collections.nCopies(allowed.size(), "?")) + ")");
        values.addAll(allowed);
    }

    /** Only what somebody may see by this column, the team. */
    public void addScope(String column, Reader.Scope scope) {
        if (!scope.seesAll()) {
            addIn(column, scope.teams());
        }
    }

    /** Begins with the word, or is empty. */
    public String where() {
        return texts.isEmpty() ? "" : " WHERE " + all();
    }

    /** What stands behind that word, or behind another. */
    public String all() {
        return String.join(" AND ", texts);
    }

    /** What is bound, in order. */
    public List<Object> values() {
        return List.copyOf(values);
    }
}
