package dev.dictamen.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.testing.JavaChild;
import dev.dictamen.testing.process.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
    private static final String TOPIC = "kept";

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKillAndAnotherPort() throws Exception {
        var first = address();
        try (var process = JavaChild.start(BrokerProcess.class, arguments(first))) {
            process.awaitLine("ready");
            createTopic(first);
            sendAll(first);
            process.kill();
        }

        var second = address();
        var broker = new LocalBroker(folder, second);
        broker.start();
        try {
            assertThat(read(second)).hasSize(100).contains("record-0", "record-99");
        } finally {
            broker.stop();
        }
    }

    private String[] arguments(BrokerAddress address) {
        return new String[] {
            folder.toString(), Integer.toString(address.port()), Integer.toString(address.controllerPort())
        };
    }

    private static BrokerAddress address() {
        return new BrokerAddress("127.0.0.1", FreePort.find(), FreePort.find());
    }

    private static void createTopic(BrokerAddress address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address.clients()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    private static void sendAll(BrokerAddress address) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address.clients(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 100; i++) {
                var value = "record-" + i;
                producer.send(new ProducerRecord<>(TOPIC, value, value)).get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> read(BrokerAddress address) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address.clients(), "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
