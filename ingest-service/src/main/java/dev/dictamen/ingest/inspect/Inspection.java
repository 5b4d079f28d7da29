package dev.dictamen.ingest.inspect;

import dev.dictamen.ingest.inspect.draft.Draft;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.MappingCheck;
import dev.dictamen.ingest.mapping.Mappings;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One look at one schema. */
final class Inspection {
    private final JdbcClient jdbc;
    private final String schemaName;
    private final boolean isWithPresets;
    private final PrintStream out;

    Inspection(JdbcClient jdbc, String schemaName, boolean isWithPresets, PrintStream out) {
        this.jdbc = jdbc;
        this.schemaName = schemaName;
        this.isWithPresets = isWithPresets;
        this.out = out;
    }

    /** The draft; empty where there are no chats, which it has said then. */
    Optional<Draft> draft() {
        var schema = LiveSchema.of(jdbc);
        if (schema.tableNames().isEmpty()) {
            out.println(
                    "The schema " + schemaName + " has no tables: is it the right one, and may this user see them?");
            return Optional.empty();
        }
        var sampler = new Sampler(jdbc, Keys.of(jdbc));
        var report = new Report(out);
        var known = isWithPresets ? Recognition.of(schema) : Optional.<Recognition>empty();
        var candidates = new ChatTablesSearch(sampler, schema).candidates();
        if (known.isEmpty() && candidates.isEmpty()) {
            out.println("No table of " + schemaName + " looks like chats: none of its "
                    + schema.tableNames().size()
                    + " tables is pointed to by a table of messages and has a status or a closing time.");
            return Optional.empty();
        }
        if (!candidates.isEmpty()) {
            report.tables(candidates);
        }
        var draft = known.map(this::recognised)
                .orElseGet(() -> new Drafting(candidates.getFirst(), new References(sampler, schema)).of(schemaName));
        return Optional.of(checked(draft, schema, report));
    }

    private Draft recognised(Recognition known) {
        if (known.prefix().isEmpty()) {
            out.println("This is " + known.product() + ": SOURCE_MAPPING=" + known.preset() + " fits as it is.");
        } else {
            out.println("This is " + known.product() + " with the table prefix " + known.prefix()
                    + ": the draft is the preset " + known.preset() + " with that prefix.");
        }
        return new Draft(known.yaml(), List.of());
    }

    private static Draft checked(Draft draft, LiveSchema schema, Report report) {
        var check = MappingCheck.of(Mappings.parse(draft.yaml(), "draft"), schema);
        report.problems(check.problems());
        report.warnings(check.warnings());
        report.asks(draft.asks());
        return draft;
    }
}
