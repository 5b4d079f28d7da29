package dev.dictamen.worker.late;

import dev.dictamen.contract.Topics;
import dev.dictamen.worker.WorkerProperties;
import dev.dictamen.worker.evaluate.EvaluationProperties;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.ConsumerFactory;

/** Opens the brokers for {@link LateChats}. */
class LateChatsFactory {
    private static final String GROUP = "eval-worker-provisional";
    private static final String MAX_POLL_RECORDS = "200";

    private final ConsumerFactory<String, Object> consumers;
    private final CommittedByLive live;
    private final Topics topics;
    private final WorkerProperties worker;
    private final EvaluationProperties settings;
    private final Clock clock;

    LateChatsFactory(
            ConsumerFactory<String, Object> consumers,
            CommittedByLive live,
            Topics topics,
            WorkerProperties worker,
            EvaluationProperties settings,
            Clock clock) {
        this.consumers = consumers;
        this.live = live;
        this.topics = topics;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
    }

    LateChats open() {
        var overrides = new Properties();
        overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        var consumer = consumers.createConsumer(GROUP, worker.id(), "-provisional", overrides);
        var chats = new LateChats(consumer, live, settings.rulesFallbackAfter(), clock);
        consumer.subscribe(List.of(topics.closed()), chats);
        return chats;
    }
}
