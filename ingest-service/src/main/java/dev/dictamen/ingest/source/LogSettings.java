package dev.dictamen.ingest.source;

import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.SourceMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a server's settings do to its log.
 *
 * @param refusals why nothing can be followed, each with what mends it
 * @param doubts what is followed, but not as a whole: changes that are left out of the log or stand there in a form that cannot be
 *     read, each with what mends it; and how short the log is kept
 */
record LogSettings(List<String> refusals, List<String> doubts) {
    private static final Duration SHORTEST_LOG = Duration.ofDays(1);

    static LogSettings of(JdbcClient jdbc, SourceMapping mapping, String schema) {
        var look = new Look(new LogVariables(jdbc), schema);
        look.refuse();
        look.doubtForm(() -> hasJsonColumn(jdbc, mapping));
        look.doubtWhole();
        look.doubtLength();
        return new LogSettings(List.copyOf(look.refusals), List.copyOf(look.doubts));
    }

    private static boolean hasJsonColumn(JdbcClient jdbc, SourceMapping mapping) {
        var live = LiveSchema.of(jdbc);
        return Stream.of(mapping.chat().table(), mapping.messages().table())
                .flatMap(table -> live.table(mapping.tableName(table)).stream())
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.type().equals("json"));
    }

    /** Asked only where the answer matters. */
    private interface JsonColumns {
        boolean areThere();
    }

    /** One look under way. */
    private static final class Look {
        private final LogVariables log;
        private final String schema;
        private final List<String> refusals = new ArrayList<>();
        private final List<String> doubts = new ArrayList<>();

        Look(LogVariables log, String schema) {
            this.log = log;
            this.schema = schema;
        }

        void refuse() {
            if (!log.isOn("log_bin")) {
                refusals.add("the server keeps no binlog: set log_bin in its configuration and start it again");
            }
            require("binlog_format", "ROW");
            require("binlog_row_image", "FULL");
        }

        private void require(String variable, String value) {
            if (!value.equals(log.value(variable))) {
                refusals.add("the server's " + variable + " is " + log.value(variable) + ", but must be " + value
                        + mend(variable, "'" + value + "'"));
            }
        }

        private static String mend(String variable, String value) {
            return ": SET GLOBAL " + variable + " = " + value + "; and the same in its configuration";
        }

        void doubtForm(JsonColumns json) {
            if (log.value("binlog_row_value_options").contains("PARTIAL_JSON") && json.areThere()) {
                doubts.add(
                        "the server's binlog_row_value_options is PARTIAL_JSON, so updates of tables with a JSON column"
                                + " cannot be read from its log" + mend("binlog_row_value_options", "''"));
            }
            if (log.isOn("log_bin_compress")) {
                doubts.add("the server's log_bin_compress is ON, and compressed changes cannot be read from its log"
                        + mend("log_bin_compress", "OFF"));
            }
        }

        void doubtWhole() {
            var only = log.schemas("Binlog_Do_DB");
            if (!only.isEmpty() && only.stream().noneMatch(schema::equalsIgnoreCase)) {
                doubts.add("the server logs changes of " + String.join(", ", only) + " only, not of " + schema
                        + ": add binlog-do-db=" + schema + " to its configuration and start it again");
            }
            if (log.schemas("Binlog_Ignore_DB").stream().anyMatch(schema::equalsIgnoreCase)) {
                doubts.add("the server leaves changes of " + schema + " out of its log: take binlog-ignore-db=" + schema
                        + " from its configuration and start it again");
            }
            if (log.leavesOutWhatItReplicates() && (log.isOn("wsrep_on") || log.isReplica())) {
                doubts.add("the server does not log what reaches it from another server (log_slave_updates is OFF): set"
                        + " log_slave_updates = ON in its configuration and start it again, or name the other server in"
                        + " SOURCE_URL");
            }
        }

        void doubtLength() {
            var seconds = log.value("binlog_expire_logs_seconds");
            if (seconds.matches("[1-9][0-9]{0,8}(\\.0+)?")) {
                var kept = Duration.ofSeconds(Long.parseLong(seconds.replaceAll("\\..*", "")));
                if (kept.compareTo(SHORTEST_LOG) < 0) {
                    doubts.add("the server keeps its log for " + kept.toMinutes() + " min only: after a longer stop of"
                            + " ingest-service the whole chat table is searched for what was missed"
                            + mend("binlog_expire_logs_seconds", "604800"));
                }
            }
        }
    }
}
