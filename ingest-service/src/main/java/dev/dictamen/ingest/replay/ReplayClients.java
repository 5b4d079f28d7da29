package dev.dictamen.ingest.replay;

import dev.dictamen.contract.Groups;
import dev.dictamen.ingest.InstanceId;
import dev.dictamen.kafka.ContractTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** The Kafka clients of replays: settings as the service has them, and what is special here. */
final class ReplayClients {
    private static final String SESSION_TIMEOUT_MS = "10000";
    private static final String HEARTBEAT_MS = "2000";
    /** Until then a transaction that nobody ended holds readers up. */
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private final ConsumerFactory<String, Object> consumers;
    private final Map<String, Object> producerSettings;
    private final Groups groups;
    private final InstanceId instance;

    ReplayClients(
            ConsumerFactory<String, Object> consumers,
            ProducerFactory<String, Object> producers,
            Groups groups,
            InstanceId instance) {
        this.consumers = consumers;
        this.producerSettings = producers.getConfigurationProperties();
        this.groups = groups;
        this.instance = instance;
    }

    /** Of orders: the member of the group that has the partition runs the replays; after a crash it is back at once. */
    Consumer<String, Object> orders() {
        var settings = new Properties();
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance.value() + "-replay");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
        return consumers.createConsumer(groups.replay(), null, "-replay", settings);
    }

    /** Of reports that were committed; without a group. */
    Consumer<String, Object> committed() {
        var settings = new Properties();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return consumers.createConsumer(null, null, "-replay-reports", settings);
    }

    /** Of chats as their bytes; without a group. */
    Consumer<String, byte[]> raw() {
        var settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Whoever had it before is fenced, and what that left open is aborted, once its transactions are initialized. */
    Producer<String, Object> transactional() {
        var settings = new HashMap<>(producerSettings);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, groups.replay());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_TIMEOUT_MS);
        return new KafkaProducer<>(settings, new StringSerializer(), ContractTypes.serializer());
    }
}
