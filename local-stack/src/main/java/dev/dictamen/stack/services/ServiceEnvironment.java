package dev.dictamen.stack.services;

import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole environment of the services: addresses and secrets of this stack, and what a person chose to set. */
public record ServiceEnvironment(StackSettings settings, Home home) {
    private static final String MAPPING = "SOURCE_MAPPING";

    /** Whether a person named a chat database to follow; then it is followed and the demo's is not. */
    public static boolean namesSource(Map<String, String> given) {
        return !given.getOrDefault("SOURCE_URL", "").isBlank();
    }

    /** @param source the keys of the source that is followed unless {@code given} names one; empty for none */
    public Map<String, String> of(
            ServiceAddresses addresses, Secrets secrets, Map<String, String> source, Map<String, String> given) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("JUDGE_MAX_IN_FLIGHT_PER_REPLICA", settings.text("replicas.calls"));
        environment.put("SOURCE_SERVER_ID", settings.text("source.server-id"));
        environment.put("SOURCE_QUIET", settings.text("source.quiet"));
        take(given, settings.words("environment.inherited"), environment);
        take(given, settings.words("environment.keys"), environment);
        putSource(source, given, environment);
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

    /** A mapping's path is meant from where the person stands, not from the service's own folder. */
    private void putSource(Map<String, String> source, Map<String, String> given, Map<String, String> environment) {
        if (namesSource(given)) {
            environment.computeIfPresent(MAPPING, (key, mapping) -> absolute(mapping));
        } else {
            environment.put("SOURCE_URL", "");
            environment.putAll(source);
        }
    }

    private static String absolute(String mapping) {
        return Files.isRegularFile(Path.of(mapping))
                ? Path.of(mapping).toAbsolutePath().toString()
                : mapping;
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
