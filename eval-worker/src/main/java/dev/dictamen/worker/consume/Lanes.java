package dev.dictamen.worker.consume;

import dev.dictamen.contract.Groups;
import dev.dictamen.contract.Topics;
import dev.dictamen.worker.WorkerProperties;
import dev.dictamen.worker.judge.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Starts a loop per lane, each in a consumer group of its own, and stops them in order when the service stops. */
@Component
class Lanes implements SmartLifecycle {
    private static final String SESSION_TIMEOUT_MS = "10000";
    private static final String HEARTBEAT_MS = "3000";
    private static final String MAX_POLL_RECORDS = "20";

    private final ConsumerFactory<String, Object> consumers;
    private final WorkerProperties worker;
    private final List<LaneLoop> loops;

    Lanes(
            ConsumerFactory<String, Object> consumers,
            ChatProcessor processor,
            Topics topics,
            Groups groups,
            WorkerProperties worker,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.worker = worker;
        this.loops = List.of(
                new LaneLoop(
                        Lane.LIVE,
                        List.of(topics.closed()),
                        () -> consumer(Lane.LIVE, groups.live()),
                        processor,
                        worker.window()),
                new LaneLoop(
                        Lane.BULK,
                        List.of(topics.backlog(), topics.replay()),
                        () -> consumer(Lane.BULK, groups.bulk()),
                        processor,
                        worker.window()));
        loops.forEach(loop -> Gauge.builder("evaluation.inflight", loop, LaneLoop::held)
                .tag("lane", loop.lane().word())
                .register(meters));
    }

    private Consumer<String, Object> consumer(Lane lane, String group) {
        // a static member that comes back within the session timeout takes its partitions up again at once
        var overrides = new Properties();
        overrides.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, worker.id() + "-" + lane.word());
        overrides.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        overrides.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
        overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        // a replay sends its chats together with its position: what was not committed will be sent again (ADR 25)
        overrides.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return consumers.createConsumer(group, worker.id(), "-" + lane.word(), overrides);
    }

    @Override
    public void start() {
        loops.forEach(LaneLoop::start);
    }

    /** Asks both before it waits for either. */
    @Override
    public void stop() {
        loops.forEach(LaneLoop::askToStop);
        loops.forEach(LaneLoop::stop);
    }

    @Override
    public boolean isRunning() {
        return loops.stream().allMatch(LaneLoop::isRunning);
    }

    /** Whether every lane has its partitions and polls them. */
    boolean areReading() {
        return loops.stream().allMatch(LaneLoop::isReading);
    }
}
