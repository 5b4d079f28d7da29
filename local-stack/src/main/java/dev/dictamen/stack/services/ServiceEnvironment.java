package dev.dictamen.stack.services;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole environment of the services: addresses and secrets of this stack, and what a person chose to set. */
public record ServiceEnvironment(StackSettings settings, Home home) {
    public Map<String, String> of(ServiceAddresses addresses, Secrets secrets, Map<String, String> given) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("JUDGE_MAX_IN_FLIGHT_PER_REPLICA", settings.text("replicas.calls"));
        take(given, settings.words("environment.inherited"), environment);
        take(given, settings.words("environment.keys"), environment);
        environment.put("KAFKA_REPLICATION_FACTOR", "1");
        environment.put("DATABASE_DIALECT", settings.text("database.dialect"));
        environment.put("INGEST_STATE_DIR", home.state().resolve("ingest").toString());
        environment.put("MANAGEMENT_ADDRESS", settings.text("host"));
        environment.put("WORKER_ID", "eval-worker-1");
        environment.put("GATEWAY_ALLOWED_ORIGINS", origins(addresses.port("GATEWAY_PORT")));
        environment.putAll(addresses.values());
        environment.putAll(secrets.asEnvironment());
        return environment;
    }

    private String origins(int port) {
        return settings.address("page.address", port) + "," + settings.address("page.alternative", port);
    }

    private static void take(Map<String, String> from, List<String> keys, Map<String, String> to) {
        for (var key : keys) {
            if (from.containsKey(key)) {
                to.put(key, from.getOrDefault(key, ""));
            }
        }
    }
}
