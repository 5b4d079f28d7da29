package dev.dictamen.ingest.source;

import dev.dictamen.contract.SourceStatus.State;
import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.MappingCheck;
import dev.dictamen.ingest.mapping.SourceMapping;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the followed database whether it lets itself be followed as configured, and says what is wrong where it does not. */
@SourceComponent
public class SourceCheck {
    private static final Logger log = LoggerFactory.getLogger(SourceCheck.class);

    private final SourceDatabase database;
    private final SourceMapping mapping;
    private final SourceProperties source;

    SourceCheck(SourceDatabase database, SourceMapping mapping, SourceProperties source) {
        this.database = database;
        this.mapping = mapping;
        this.source = source;
    }

    /**
     * A database that can be followed.
     *
     * @param isEncrypted whether connections to it are encrypted
     * @param chats rows of its chat table, an estimate of its own
     */
    public record Fit(ServerKind server, boolean isEncrypted, long chats) {}

    /** Throws {@link MisconfiguredException} with everything that is missing. */
    public Fit require() {
        var jdbc = database.client();
        var server = ServerKind.of(jdbc);
        var schema = LiveSchema.of(jdbc);
        var problems = new Requirements(jdbc, server, mapping, source).problems();
        var check = MappingCheck.of(mapping, schema);
        if (problems.isEmpty()) {
            problems.addAll(check.problems());
        }
        if (!problems.isEmpty()) {
            throw new MisconfiguredException(problems);
        }
        check.warnings().forEach(warning -> log.warn("event=source-slow reason=\"{}\"", warning));
        var chatTable = mapping.tableName(mapping.chat().table());
        return new Fit(
                server, isEncrypted(jdbc), schema.table(chatTable).orElseThrow().rows());
    }

    private static boolean isEncrypted(JdbcClient jdbc) {
        var cipher = jdbc.sql("SHOW SESSION STATUS LIKE 'Ssl_cipher'").query((row, number) -> row.getString(2));
        return cipher.optional().map(name -> !name.isBlank()).orElse(false);
    }

    /** What the server's settings keep out of what is followed, each with what mends it; empty where all is well. */
    public List<String> doubts() {
        var settings = LogSettings.of(
                database.client(), mapping, SourceAddress.of(source.url()).schema());
        return Stream.concat(settings.refusals().stream(), settings.doubts().stream())
                .toList();
    }

    /** Whether anything was ever written to the server's log. */
    public boolean hasWrittenLog(ServerKind server) {
        return server.hasWrittenLog(database.client());
    }

    /** Whether the database answers at all; throws what the driver throws where it does not. */
    public boolean isAnswering() {
        return database.client().sql("SELECT 1").query(Integer.class).single() == 1;
    }

    /** The state that a refusal of the database puts its source in. */
    public State stateAfter(DataAccessException e) {
        return DatabaseProblem.stateOf(e);
    }

    /** What a refusal of the database means, and what to do about it. */
    public String explain(DataAccessException e) {
        return DatabaseProblem.textOf(e, source);
    }
}
