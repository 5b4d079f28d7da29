package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.mapping.LiveSchema;
import dev.dictamen.ingest.mapping.MappingCheck;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.publish.FoundTopic;
import dev.dictamen.ingest.read.ChatReading;
import dev.dictamen.ingest.read.Pace;
import dev.dictamen.ingest.read.ReadLoop;
import dev.dictamen.ingest.read.ReadMetrics;
import dev.dictamen.ingest.read.SourceChats;
import dev.dictamen.ingest.read.SourceDatabase;
import dev.dictamen.ingest.read.SourceProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What it takes to read a source, put together once its database has been seen and found fit.
 *
 * @param chatsInTable an estimate of the database's
 */
record SourceParts(
        ServerKind server,
        SourceChats chats,
        ChatReading reading,
        ReadLoop loop,
        OpenChats openChats,
        long chatsInTable)
        implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SourceParts.class);

    /** Throws {@link MisconfiguredException} with everything that is missing. */
    static SourceParts of(Given given) {
        var jdbc = given.database.client();
        var server = ServerKind.of(jdbc);
        var schema = LiveSchema.of(jdbc);
        var check = check(given, server, schema);
        check.warnings().forEach(warning -> log.warn("source-slow reason={}", warning));
        return assemble(given, server, schema);
    }

    /** Throws {@link MisconfiguredException} where something has been taken away since. */
    void requireFit(Given given) {
        check(given, server, LiveSchema.of(given.database.client()));
    }

    private static MappingCheck check(Given given, ServerKind server, LiveSchema schema) {
        var problems = new Requirements(given.database.client(), server, given.mapping, given.source).problems();
        var check = MappingCheck.of(given.mapping, schema);
        if (problems.isEmpty()) {
            problems.addAll(check.problems());
        }
        if (!problems.isEmpty()) {
            throw new MisconfiguredException(problems);
        }
        return check;
    }

    private static SourceParts assemble(Given given, ServerKind server, LiveSchema schema) {
        var chat = given.mapping.chat();
        var table = schema.table(given.mapping.tableName(chat.table())).orElseThrow();
        boolean hasWholeNumberKeys = table.column(chat.key()).orElseThrow().isInteger();
        var chats = new SourceChats(given.database, given.mapping, hasWholeNumberKeys, given.clock);
        var openChats = new OpenChats();
        var pace = new Pace(given.source.chatsPerSecond());
        var reading = new ChatReading(chats, given.found, pace, given.metrics, openChats::readOpen);
        var loop = new ReadLoop(reading, given.source.quiet(), given.clock);
        loop.start();
        return new SourceParts(server, chats, reading, loop, openChats, table.rows());
    }

    /** What is there before the database has been seen. */
    record Given(
            SourceDatabase database,
            SourceMapping mapping,
            SourceProperties source,
            FoundTopic found,
            ReadMetrics metrics,
            Clock clock) {}

    @Override
    public void close() {
        loop.close();
    }
}
