package dev.dictamen.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** The auto-configuration against a real broker: topics, headers, and a poison record that stops nobody. */
@SpringBootTest(
        properties = {
            "spring.config.import=classpath:topics.yml",
            "KAFKA_REPLICATION_FACTOR=1",
            "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}"
        })
@EmbeddedKafka(partitions = 1)
class KafkaContractIT {
    private static final ReplicaStatus STATUS = new ReplicaStatus(
            "gpu-1:8000", "worker-1", ReplicaStatus.State.READY, 3, 64, false, Instant.parse("2026-11-20T09:00:00Z"));

    @Autowired
    private KafkaTemplate<String, Object> template;

    @Autowired
    private KafkaAdmin admin;

    @Autowired
    private Topics topics;

    @Autowired
    private Recorder recorder;

    @Test
    void everyDeclaredTopicExistsWithItsDeadLetters() throws Exception {
        try (var client = AdminClient.create(admin.getConfigurationProperties())) {
            var described = client.describeTopics(List.of(topics.closed(), Topics.deadLetter(topics.closed())))
                    .allTopicNames()
                    .get();

            assertThat(described.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));
        }
    }

    @Test
    void aPoisonRecordGoesToTheDeadLettersAndItsNeighbourArrives() {
        template.send(
                new ProducerRecord<>(topics.evaluation(), 0, "poison", "{not json".getBytes(StandardCharsets.UTF_8)));
        template.send(CloudEvents.record(topics.replicaStatus(), STATUS, "test", null));

        await().untilAsserted(() -> assertThat(recorder.values).contains(STATUS));
        await().untilAsserted(() -> assertThat(recorder.deadLetters)
                .singleElement()
                .satisfies(letter -> assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                        .isEqualTo("{not json")));
    }

    @Test
    void anEventCarriesCloudEventsHeadersAndItsTrace() {
        var headers =
                CloudEvents.record(topics.replicaStatus(), STATUS, "test", null).headers();

        assertThat(new String(headers.lastHeader(EventHeaders.TYPE).value(), StandardCharsets.UTF_8))
                .isEqualTo(topics.replicaStatus());
        assertThat(new String(headers.lastHeader(EventHeaders.TRACE_PARENT).value(), StandardCharsets.UTF_8))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    static class Recorder {
        final List<Object> values = new CopyOnWriteArrayList<>();
        final List<ConsumerRecord<String, byte[]>> deadLetters = new CopyOnWriteArrayList<>();

        @KafkaListener(
                id = "values",
                topics = {"${topics.replica-status}", "${topics.evaluation}"})
        void onValue(Object value) {
            values.add(value instanceof ConsumerRecord<?, ?> record ? record.value() : value);
        }

        @KafkaListener(
                id = "letters",
                topics = "${topics.evaluation}-dlt",
                properties = "value.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer")
        void onDeadLetter(ConsumerRecord<String, byte[]> letter) {
            deadLetters.add(letter);
        }
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Recorder recorder() {
            return new Recorder();
        }
    }
}
