package dev.dictamen.worker.vllm;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.publish.ReplicaStatusPublisher;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks each replica for its health, lets breakers look again, and reports what this worker sees. */
@Component
class ReplicaReporter {
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

    @Scheduled(fixedDelay = 2_000)
    void report() throws InterruptedException {
        for (var replica : pool.replicas()) {
            pool.checked(replica, isHealthy(replica));
        }
        pool.describe(this::statusOf).forEach(publisher::publish);
    }

    private ReplicaStatus statusOf(Replica replica) {
        var state = replica.isOpen() ? ReplicaStatus.State.UNREACHABLE : ReplicaStatus.State.READY;
        return new ReplicaStatus(
                replica.name(),
                publisher.worker(),
                state,
                replica.inFlight(),
                pool.cap(),
                replica.isSimulated(),
                clock.instant());
    }

    private boolean isHealthy(Replica replica) throws InterruptedException {
        var request = HttpRequest.newBuilder(replica.resolve(HEALTH))
                .timeout(CHECK_TIMEOUT)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
