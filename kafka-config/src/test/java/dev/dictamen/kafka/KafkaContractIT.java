package dev.dictamen.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;

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
            "gpu-1:8000",
            "worker-1",
            ReplicaStatus.State.READY,
            ReplicaStatus.Breaker.CLOSED,
            3,
            64,
            ReplicaStatus.Pace.NONE,
            null,
            false,
            null,
            Instant.parse("2026-11-20T09:00:00Z"));

    @Autowired
    private KafkaTemplate<String, Object> template;

    @Autowired
    private KafkaAdmin admin;

    @Autowired
    private EmbeddedKafkaBroker broker;

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
        try (var letters = deadLetterConsumer()) {
            var letter = KafkaTestUtils.getSingleRecord(letters, Topics.deadLetter(topics.evaluation()));
            assertThat(letter.value()).isEqualTo("{not json");
            assertThat(letter.headers().lastHeader("kafka_dlt-original-topic")).isNotNull();
        }
    }

    private KafkaConsumer<String, String> deadLetterConsumer() {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker.getBrokersAsString(),
                        "group.id",
                        "letters",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(Topics.deadLetter(topics.evaluation())));
        return consumer;
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

        @KafkaListener(
                id = "values",
                topics = {"${topics.replica-status}", "${topics.evaluation}"})
        void onValue(ConsumerRecord<String, Object> record) {
            values.add(record.value());
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
