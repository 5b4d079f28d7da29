package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.follow.offsets.KafkaOffsets;
import dev.dictamen.ingest.mapping.ColumnReference;
import dev.dictamen.ingest.mapping.JoinedTable;
import dev.dictamen.ingest.mapping.SourceMapping;
import dev.dictamen.ingest.source.SourceAddress;
import dev.dictamen.ingest.source.SourceCheck.Fit;
import dev.dictamen.ingest.source.SourceProperties;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Debezium's settings: the log from now on or from the stored position, only the tables and columns that matter, positions
 * and table definitions in Kafka.
 */
final class EngineSettings {
    private final SourceProperties source;
    private final SourceMapping mapping;
    private final KafkaConnection kafka;

    EngineSettings(SourceProperties source, SourceMapping mapping, KafkaConnection kafka) {
        this.source = source;
        this.mapping = mapping;
        this.kafka = kafka;
    }

    Properties of(Fit fit, int generation) {
        var settings = new Properties();
        var server = fit.server();
        var address = SourceAddress.of(source.url());
        var name = "dictamen-" + mapping.name() + "-" + generation;
        put(settings, "name", name);
        put(settings, "topic.prefix", name);
        put(settings, "connector.class", server.connector());
        put(settings, "database.hostname", address.host());
        put(settings, "database.port", address.port());
        put(settings, "database.user", source.username());
        put(settings, "database.password", source.password());
        put(settings, "database.server.id", source.serverId());
        put(settings, "database.ssl.mode", server.sslMode(address.sslMode(), fit.isEncrypted()));
        put(settings, server.zoneSetting(), "UTC");
        include(settings, address.schema());
        pace(settings);
        stores(settings, name);
        return settings;
    }

    private void include(Properties settings, String schema) {
        var chat = mapping.chat();
        var messages = mapping.messages();
        var chatTable = escape(schema) + "\\." + escape(mapping.tableName(chat.table()));
        var messageTable = escape(schema) + "\\." + escape(mapping.tableName(messages.table()));
        put(settings, "database.include.list", escape(schema));
        put(settings, "table.include.list", chatTable + "," + messageTable);
        var messageColumns =
                Stream.concat(Stream.of(messages.key(), messages.text()), messages.columnsButText().stream());
        put(
                settings,
                "column.include.list",
                columns(chatTable, chat.columns().stream(), mapping.joins().values()) + ","
                        + columns(messageTable, messageColumns, messages.joins().values()));
        // typing pings and delivery ticks end here
        put(settings, "skip.messages.without.change", true);
    }

    private static String columns(String table, Stream<String> columns, Collection<JoinedTable> joins) {
        var own = Stream.concat(columns, joins.stream().map(JoinedTable::from))
                .map(ColumnReference::of)
                .filter(ColumnReference::isOwn)
                .map(column -> escape(column.column()))
                .distinct();
        return table + "\\.(" + own.collect(Collectors.joining("|")) + ")";
    }

    private static String escape(String name) {
        return name.replaceAll("([^A-Za-z0-9_])", "\\\\$1");
    }

    private static void pace(Properties settings) {
        put(settings, "snapshot.mode", "no_data");
        put(settings, "snapshot.locking.mode", "none");
        put(settings, "poll.interval.ms", 20);
        put(settings, "heartbeat.interval.ms", 1000);
        put(settings, "offset.flush.interval.ms", 1000);
        put(settings, "errors.max.retries", 0);
        put(settings, "connect.keep.alive.interval.ms", 5000);
        put(settings, "include.schema.changes", false);
        put(settings, "tombstones.on.delete", false);
        put(settings, "bigint.unsigned.handling.mode", "precise");
    }

    private void stores(Properties settings, String name) {
        kafka.properties().forEach((key, value) -> {
            put(settings, key, value);
            put(settings, "schema.history.internal.producer." + key, value);
            put(settings, "schema.history.internal.consumer." + key, value);
        });
        put(settings, "bootstrap.servers", kafka.servers());
        put(settings, "offset.storage", KafkaOffsets.class.getName());
        put(settings, "offset.storage.topic", kafka.offsetsTopic());
        put(settings, "offset.storage.partitions", 1);
        put(settings, "offset.storage.replication.factor", kafka.replication());
        put(settings, "schema.history.internal", "io.debezium.storage.kafka.history.KafkaSchemaHistory");
        put(settings, "schema.history.internal.kafka.bootstrap.servers", kafka.servers());
        put(settings, "schema.history.internal.kafka.topic", kafka.historyTopic(name));
        // statements of other products on the same server; see IgnoredStatements
        put(settings, "schema.history.internal.skip.unparseable.ddl", true);
        put(settings, "schema.history.internal.store.only.captured.tables.ddl", true);
        put(settings, "schema.history.internal.store.only.captured.databases.ddl", true);
    }

    private static void put(Properties settings, String key, Object value) {
        settings.setProperty(key, String.valueOf(value));
    }

    /** Which clients reach the brokers how, and which topics are the engine's. */
    record KafkaConnection(String servers, Map<String, String> properties, short replication) {
        String offsetsTopic() {
            return "dictamen.cdc.offsets";
        }

        /** One for each generation: what an earlier one wrote does not hold any more. */
        String historyTopic(String engine) {
            return "dictamen.cdc.schema-history." + engine;
        }
    }
}
