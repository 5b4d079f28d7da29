package dev.dictamen.ingest.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker for each test alone: what a follower keeps in Kafka must not meet the next test's database. */
public final class OwnBroker implements BeforeEachCallback, AfterEachCallback {
    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

    /** The running broker. */
    public EmbeddedKafkaBroker get() {
        return broker;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        broker.afterPropertiesSet();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        broker.destroy();
    }
}
