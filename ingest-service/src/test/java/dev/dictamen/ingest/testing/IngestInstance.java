package dev.dictamen.ingest.testing;

import dev.dictamen.ingest.IngestApplication;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole service in this JVM, following a schema of a test's server; settings in {@code KEY=value} form may
 * be added.
 */
public final class IngestInstance implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private IngestInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; returns when it is up, which is before it follows. */
    public static IngestInstance start(TestBroker broker, Path stateDir, FollowedSchema source, String... settings) {
        var following = new ArrayList<>(List.of(
                "SOURCE_URL=" + source.url(),
                "SOURCE_USERNAME=" + source.user().username(),
                "SOURCE_PASSWORD=" + source.user().password(),
                "SOURCE_MAPPING=" + source.mapping(),
                "SOURCE_CHATS_PER_SECOND=5000"));
        following.addAll(List.of(settings));
        return start(broker, stateDir, following.toArray(String[]::new));
    }

    /** Likewise, following nothing. */
    public static IngestInstance start(TestBroker broker, Path stateDir, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--KAFKA_BOOTSTRAP_SERVERS=" + broker.addresses(),
                "--KAFKA_REPLICATION_FACTOR=1",
                "--INGEST_BIND_ADDRESS=127.0.0.1",
                "--INGEST_PORT=0",
                "--INGEST_API_KEY=a-key-of-the-test-only",
                "--INGEST_STATE_DIR=" + stateDir,
                "--MANAGEMENT_ADDRESS=127.0.0.1",
                "--INGEST_MANAGEMENT_PORT=0",
                "--PII_REDACTION=none"));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        return new IngestInstance(new SpringApplicationBuilder(IngestApplication.class)
                .web(WebApplicationType.REACTIVE)
                .run(arguments.toArray(String[]::new)));
    }

    /** A bean of the running service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
