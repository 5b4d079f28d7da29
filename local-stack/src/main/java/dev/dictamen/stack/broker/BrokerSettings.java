package dev.dictamen.stack.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The configuration of a single node: one copy of everything, small buffers, a quick return after a crash. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "PLAINTEXT";

    private BrokerSettings() {}

    static Properties of(Path folder, BrokerAddress address) {
        var settings = new Properties();
        settings.putAll(node(folder, address));
        settings.putAll(singleCopies());
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                // after a kill the old incarnation must expire before the new one may register
                "broker.session.timeout.ms", "1500",
                "broker.heartbeat.interval.ms", "500",
                // the default reserves 128 MiB at once
                "log.cleaner.dedupe.buffer.size", "2000000",
                "message.max.bytes", "16777216",
                "replica.fetch.max.bytes", "16777216"));
        return settings;
    }

    private static Map<String, String> node(Path folder, BrokerAddress address) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + address.controller(),
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                "%s://%s,%s://%s".formatted(CLIENTS, address.clients(), CONTROLLER, address.controller()),
                "advertised.listeners",
                "%s://%s".formatted(CLIENTS, address.clients()),
                "listener.security.protocol.map",
                "%s:PLAINTEXT,%s:PLAINTEXT".formatted(CLIENTS, CONTROLLER),
                "log.dirs",
                folder.toString());
    }

    private static Map<String, String> singleCopies() {
        var settings = new HashMap<String, String>();
        for (var topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }
}
