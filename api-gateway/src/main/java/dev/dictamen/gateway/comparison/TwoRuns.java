package dev.dictamen.gateway.comparison;

import dev.dictamen.gateway.history.Conditions;
import dev.dictamen.gateway.security.Reader;

/**
 * The chats that two runs both scored for good at the same revision, as far as somebody may see them. In SQL the run's row is {@code r}, that
 * of the run compared with {@code w}.
 *
 * @param with the run compared with
 */
record TwoRuns(String run, String with, Reader.Scope scope) {
    static final String TABLES =
            " FROM evaluation r JOIN evaluation w ON w.chat_id = r.chat_id AND w.revision = r.revision";

    /** To be narrowed further. */
    Conditions conditions() {
        Conditions conditions = scoredBy("r", run);
        addScored(conditions, "w", with);
        return conditions;
    }

    /** What one run scored for good, whatever the other did. */
    Conditions scoredBy(String row, String runId) {
        var conditions = new Conditions();
        addScored(conditions, row, runId);
        return conditions;
    }

    private void addScored(Conditions conditions, String row, String runId) {
        conditions.add(row + ".run_id = ?", runId);
        conditions.add(row + ".outcome = 'scored' AND " + row + ".provisional = FALSE");
        conditions.addScope(row + ".team", scope);
    }
}
