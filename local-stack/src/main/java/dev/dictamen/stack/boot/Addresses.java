package dev.dictamen.stack.boot;

import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.services.ServiceAddresses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives every part of a run its address. */
final class Addresses {
    private static final List<String> SERVICE_PORTS = List.of(
            "INGEST_PORT",
            "INGEST_MANAGEMENT_PORT",
            "WORKER_MANAGEMENT_PORT",
            "SINK_MANAGEMENT_PORT",
            "GATEWAY_MANAGEMENT_PORT");

    private final StackSettings settings;

    Addresses(StackSettings settings) {
        this.settings = settings;
    }

    /** The addresses by their {@code .env} keys. */
    ServiceAddresses of(int brokerPort, int databasePort, List<Integer> replicaPorts, Ports ports, int gatewayPort) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("KAFKA_BOOTSTRAP_SERVERS", settings.address("broker.address", brokerPort));
        values.put("DATABASE_URL", settings.address("database.url", databasePort));
        values.put("DATABASE_USERNAME", settings.text("database.username"));
        values.put("JUDGE_REPLICAS", replicas(replicaPorts));
        values.put("INGEST_BIND_ADDRESS", settings.text("host"));
        values.put("GATEWAY_BIND_ADDRESS", settings.text("host"));
        values.put("GATEWAY_PORT", Integer.toString(gatewayPort));
        SERVICE_PORTS.forEach(key -> values.put(key, ports.nextAsText()));
        return new ServiceAddresses(values);
    }

    private String replicas(List<Integer> ports) {
        return ports.stream()
                .map(port -> settings.address("replica.address", port))
                .collect(Collectors.joining(","));
    }
}
