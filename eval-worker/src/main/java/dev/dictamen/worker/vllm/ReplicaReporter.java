package dev.dictamen.worker.vllm;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.publish.ReplicaStatusPublisher;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks each replica for its health, lets breakers look again, and reports what this worker sees. */
@Component
class ReplicaReporter {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaReporter.class);
    private static final String HEALTH = "/health";
    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(1);

    private final ReplicaPool pool;
    private final ReplicaStatusPublisher publisher;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CHECK_TIMEOUT)
            .build();

    ReplicaReporter(ReplicaPool pool, ReplicaStatusPublisher publisher, Clock clock) {
        this.pool = pool;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 250)
    void wakeWaiters() {
        pool.wake();
    }

    /** All replicas at once: one that is cut off holds up no other's report. */
    @Scheduled(fixedDelay = 2_000)
    void report() {
        var checks = pool.replicas().stream().map(this::check).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(checks).join();
        pool.describe(this::statusOf).forEach(this::publish);
    }

    private CompletableFuture<Void> check(Replica replica) {
        var request = HttpRequest.newBuilder(replica.resolve(HEALTH))
                .timeout(CHECK_TIMEOUT)
                .build();
        return client.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() == 200)
                .thenAccept(healthy -> pool.checked(replica, healthy));
    }

    private void publish(ReplicaStatus status) {
        try {
            publisher.publish(status);
        } catch (KafkaException e) {
            LOG.warn("replica={} status not published: {}", status.replica(), e.getMessage());
        }
    }

    private ReplicaStatus statusOf(Replica replica) {
        var state = replica.isOpen() ? ReplicaStatus.State.UNREACHABLE : ReplicaStatus.State.READY;
        return new ReplicaStatus(
                replica.name(),
                publisher.worker(),
                state,
                replica.isOpen() ? ReplicaStatus.Breaker.OPEN : ReplicaStatus.Breaker.CLOSED,
                replica.inFlight(),
                pool.cap(),
                ReplicaStatus.Pace.NONE,
                replica.isSimulated(),
                clock.instant());
    }
}
