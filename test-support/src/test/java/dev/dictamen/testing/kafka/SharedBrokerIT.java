package dev.dictamen.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import dev.dictamen.testing.data.Chats;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SharedBrokerIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final String TOPIC = ContractTopics.ALL.closed();

    @Test
    void whatWasSentIsReadAndAfterEmptyingNothingIsThere() {
        try (var reader = TopicReader.of(BROKER.addresses(), ClosedChat.class, TOPIC)) {
            assertThat(reader.all()).isEmpty();
            BROKER.create(TOPIC);
            BROKER.send(TOPIC, Chats.saying("c-1", "Hola"), Chats.sample());

            await().untilAsserted(() -> assertThat(reader.keys())
                    .containsExactlyInAnyOrder("c-1", Chats.sample().chatId()));
            assertThat(reader.of("c-1")).singleElement().satisfies(seen -> {
                assertThat(seen.value()).isEqualTo(Chats.saying("c-1", "Hola"));
                assertThat(seen.headers()).containsEntry(EventHeaders.SUBJECT, "c-1");
            });
        }

        BROKER.empty();

        BROKER.create(TOPIC);
        try (var reader = TopicReader.ofText(BROKER.addresses(), TOPIC)) {
            assertThat(reader.all()).isEmpty();
        }
    }

    @Test
    void whatATransactionTookBackIsReadOnlyByWhoDoesNotAskForCommittedRecords() {
        BROKER.create(TOPIC);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER.addresses(), "transactional.id", "test"),
                new StringSerializer(),
                ContractTypes.serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(CloudEvents.record(TOPIC, Chats.saying("aborted", "Hola"), "test", null));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(CloudEvents.record(TOPIC, Chats.saying("committed", "Hola"), "test", null));
            producer.commitTransaction();
        }

        try (var all = TopicReader.of(BROKER.addresses(), ClosedChat.class, TOPIC);
                var committed = TopicReader.ofCommitted(BROKER.addresses(), ClosedChat.class, TOPIC)) {
            assertThat(all.keys()).contains("aborted", "committed");
            assertThat(committed.keys()).contains("committed").doesNotContain("aborted");
        }
    }
}
