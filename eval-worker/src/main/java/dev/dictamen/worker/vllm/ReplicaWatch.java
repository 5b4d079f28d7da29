package dev.dictamen.worker.vllm;

import dev.dictamen.worker.replicas.Load;
import dev.dictamen.worker.replicas.Replica;
import dev.dictamen.worker.replicas.ReplicaPool;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Asks each replica for its health and its load, and lets the pool look again at what only time changes. */
class ReplicaWatch {
    private static final String HEALTH = "/health";
    private static final String METRICS = "/metrics";
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final ReplicaPool pool;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    ReplicaWatch(ReplicaPool pool) {
        this.pool = pool;
    }

    @Scheduled(fixedDelay = 250)
    void wakeWaiters() {
        pool.wake();
    }

    /** All replicas at once, each within the timeout: one that is cut off holds up no other. */
    @Scheduled(fixedDelay = 2_000)
    void look() {
        var looks = pool.replicas().stream().map(this::look).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(looks).join();
    }

    private CompletableFuture<Void> look(Replica replica) {
        var health = get(replica, HEALTH)
                .handle((response, failure) -> failure == null && response.statusCode() == 200)
                .thenAccept(healthy -> pool.noteHealth(replica, healthy));
        var load = get(replica, METRICS)
                .handle((response, failure) ->
                        failure == null && response.statusCode() == 200 ? LoadText.read(response.body()) : Load.UNKNOWN)
                .thenAccept(said -> pool.noteLoad(replica, said));
        return CompletableFuture.allOf(health, load);
    }

    /** The timeout is for the whole body: a server may begin to answer and hang. */
    private CompletableFuture<HttpResponse<String>> get(Replica replica, String path) {
        var request = HttpRequest.newBuilder(replica.resolve(path)).build();
        var response = client.sendAsync(request, BodyHandlers.ofString());
        CompletableFuture.delayedExecutor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> response.cancel(true));
        return response;
    }
}
