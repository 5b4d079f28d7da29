package dev.dictamen.testing.kafka;

import dev.dictamen.testing.database.Docker;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** What runs behind a {@link TestBroker}: Testcontainers' Kafka where a Docker engine answers, else one in this JVM. */
interface BrokerServer {
    String addresses();

    void stop();

    static BrokerServer start() {
        return Docker.answers() ? new Container() : new Embedded();
    }

    /** KRaft in this JVM, one node. */
    final class Embedded implements BrokerServer {
        private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

        Embedded() {
            broker.brokerProperties(Map.of(
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "transaction.state.log.num.partitions", "1"));
            // its default is the property that a service reads its brokers from: the last broker's, for ever
            broker.brokerListProperty("dictamen.testing.brokers");
            broker.afterPropertiesSet();
        }

        @Override
        public String addresses() {
            return broker.getBrokersAsString();
        }

        @Override
        public void stop() {
            broker.destroy();
        }
    }

    /** Kafka in a container. */
    final class Container implements BrokerServer {
        private final KafkaContainer container =
                new KafkaContainer(DockerImageName.parse("apache/kafka:" + AppInfoParser.getVersion()));

        Container() {
            container.start();
        }

        @Override
        public String addresses() {
            return container.getBootstrapServers();
        }

        @Override
        public void stop() {
            container.stop();
        }
    }
}
