package dev.dictamen.worker.replicas;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.Topics;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.worker.WorkerProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Tells the gateway what this worker sees of its replicas. Best effort: the next report is two seconds away. */
class ReplicaReporter {
    private static final Logger log = LoggerFactory.getLogger(ReplicaReporter.class);
    private static final double MEDIAN = 0.5;
    private static final double USUAL = 0.95;

    private final ReplicaPool pool;
    private final KafkaTemplate<String, Object> template;
    private final Topics topics;
    private final WorkerProperties worker;
    private final Clock clock;

    ReplicaReporter(
            ReplicaPool pool,
            KafkaTemplate<String, Object> template,
            Topics topics,
            WorkerProperties worker,
            Clock clock) {
        this.pool = pool;
        this.template = template;
        this.topics = topics;
        this.worker = worker;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void report() {
        pool.replicas().forEach(replica -> publish(statusOf(replica)));
    }

    private void publish(ReplicaStatus status) {
        try {
            template.send(CloudEvents.record(topics.replicaStatus(), status, worker.id(), null));
        } catch (KafkaException e) {
            log.warn("event=replica-status-not-published replica={}", status.replica(), e);
        }
    }

    ReplicaStatus statusOf(Replica replica) {
        long now = System.nanoTime();
        var pace = paceOf(replica, now);
        return pool.underLock(() -> new ReplicaStatus(
                replica.name(),
                worker.id(),
                replica.state(now),
                replica.breaker(now),
                replica.inFlight(),
                replica.cap(now),
                pace,
                new ReplicaStatus.Bulk(replica.bulkCap(now), pool.isBulkPaused(), replica.serviceTime()),
                replica.isSimulated(),
                replica.setupFault(),
                clock.instant()));
    }

    private ReplicaStatus.Pace paceOf(Replica replica, long now) {
        var statistics = replica.statistics();
        var times = new Percentiles(statistics.millis(now));
        return new ReplicaStatus.Pace(
                times.at(MEDIAN),
                times.at(USUAL),
                statistics.tokensPerSecond(now),
                statistics.answered(),
                statistics.wastedCalls(),
                pool.underLock(replica::load).waiting());
    }
}
