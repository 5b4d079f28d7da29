package dev.dictamen.testing.kafka;

import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Event;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractTypes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real broker for tests. As a static JUnit extension the shared one is emptied before each class:
 * {@code @RegisterExtension static final TestBroker BROKER = TestBroker.shared();}
 */
public final class TestBroker implements AutoCloseable, BeforeAllCallback {
    private static final int PARTITIONS = 12;

    private final BrokerServer server = BrokerServer.start();

    private TestBroker() {}

    /** The one of this JVM, which ends with it. */
    public static TestBroker shared() {
        return Shared.BROKER;
    }

    private static final class Shared {
        static final TestBroker BROKER = new TestBroker();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close));
        }
    }

    /** One of its own, for who stops it or must meet nothing that others left. */
    public static TestBroker own() {
        return new TestBroker();
    }

    /** Host and port, for {@code bootstrap.servers} and {@code KAFKA_BOOTSTRAP_SERVERS}. */
    public String addresses() {
        return server.addresses();
    }

    /** What a client needs to reach it. */
    public Map<String, Object> connection() {
        return Map.of("bootstrap.servers", addresses());
    }

    /** A client for what only an administrator can do. */
    public Admin admin() {
        return Admin.create(connection());
    }

    /** A producer of contract records that keeps their order, even on topics that are only just made. */
    public KafkaProducer<String, Object> producer() {
        var settings = new HashMap<>(connection());
        settings.put("acks", "all");
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("max.request.size", 8_000_000);
        return new KafkaProducer<>(settings, new StringSerializer(), ContractTypes.serializer());
    }

    /** Sends these as the contract dresses them; returns when the broker has them all. */
    public void send(String topic, Collection<? extends Event> events) {
        try (var producer = producer()) {
            var sent = events.stream()
                    .map(event -> producer.send(CloudEvents.record(topic, event, "test", null)))
                    .toList();
            for (var acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not sent to " + topic, e.getCause());
        }
    }

    /** See {@link #send(String, Collection)}. */
    public void send(String topic, Event... events) {
        send(topic, Arrays.asList(events));
    }

    /** Creates topics of twelve partitions, as the contract has them; those that exist stay as they are. */
    public void create(String... topics) {
        try (var admin = admin()) {
            var there = join(admin.listTopics().names());
            var wanted = Arrays.stream(topics)
                    .filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                    .toList();
            join(admin.createTopics(wanted).all());
        }
    }

    /**
     * Deletes all topics and all groups that nobody is a member of. Returns when the broker knows these topics no more: it
     * takes records for them until then, and loses them.
     */
    public void empty() {
        try (var admin = admin()) {
            var groups = join(admin.listGroups().all()).stream()
                    .map(GroupListing::groupId)
                    .toList();
            admin.deleteConsumerGroups(groups)
                    .all()
                    .toCompletionStage()
                    .exceptionally(stillInUse -> null)
                    .toCompletableFuture()
                    .join();
            var topics = idsOfTopics(admin);
            join(admin.deleteTopics(TopicCollection.ofTopicIds(topics)).all());
            await("topics are gone")
                    .pollDelay(Duration.ZERO)
                    .until(() -> Collections.disjoint(idsOfTopics(admin), topics));
        }
    }

    private static List<Uuid> idsOfTopics(Admin admin) {
        return join(admin.listTopics().listings()).stream()
                .map(TopicListing::topicId)
                .toList();
    }

    private static <T> T join(KafkaFuture<T> asked) {
        return asked.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        empty();
    }

    @Override
    public void close() {
        server.stop();
    }
}
