package dev.dictamen.gateway.acceptance;

import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One broker for all gateways of this JVM, so that a gateway may be started again on the same topics. */
final class Broker {
    private static final EmbeddedKafkaBroker SHARED = started();

    private Broker() {}

    static String addresses() {
        return SHARED.getBrokersAsString();
    }

    private static EmbeddedKafkaBroker started() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }
}
