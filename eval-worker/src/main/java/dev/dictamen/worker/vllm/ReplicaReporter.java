package dev.dictamen.worker.vllm;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.evaluate.EvaluationProperties;
import dev.dictamen.worker.publish.ReplicaStatusPublisher;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reports what this worker sees of its replicas; nothing where no model judges. */
@Component
class ReplicaReporter {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaReporter.class);
    private static final double MEDIAN = 0.5;
    private static final double USUAL = 0.95;

    private final ReplicaPool pool;
    private final ReplicaStatusPublisher publisher;
    private final EvaluationProperties evaluation;
    private final Clock clock;

    ReplicaReporter(ReplicaPool pool, ReplicaStatusPublisher publisher, EvaluationProperties evaluation, Clock clock) {
        this.pool = pool;
        this.publisher = publisher;
        this.evaluation = evaluation;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void report() {
        if (evaluation.llmEnabled()) {
            pool.replicas().stream().map(this::statusOf).forEach(this::publish);
        }
    }

    private void publish(ReplicaStatus status) {
        try {
            publisher.publish(status);
        } catch (KafkaException e) {
            LOG.warn("replica={} status not published: {}", status.replica(), e.getMessage());
        }
    }

    private ReplicaStatus statusOf(Replica replica) {
        long now = System.nanoTime();
        var pace = paceOf(replica, now);
        return pool.look(() -> new ReplicaStatus(
                replica.name(),
                publisher.worker(),
                replica.state(now),
                replica.breaker(now),
                replica.inFlight(),
                replica.cap(now),
                pace,
                replica.isSimulated(),
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
                pool.look(replica::load).waiting());
    }
}
