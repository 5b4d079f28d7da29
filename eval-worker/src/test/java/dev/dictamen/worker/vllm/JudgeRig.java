package dev.dictamen.worker.vllm;

import dev.dictamen.worker.judge.JudgeProperties;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.Question.Turn;
import dev.dictamen.worker.replicas.JudgeMetrics;
import dev.dictamen.worker.replicas.Properties;
import dev.dictamen.worker.replicas.ReplicaPool;
import dev.dictamen.worker.replicas.UsualTime;
import dev.dictamen.worker.testing.StubReplica;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A judge with one permit a replica; its pool looks again at what time changes, as the service has it do. */
final class JudgeRig implements AutoCloseable {
    static final String ID = "0123456789abcdef0123456789abcdef";
    static final String MODEL = "model";
    static final String SCHEMA = "{\"type\":\"object\"}";

    final MeterRegistry meters = new SimpleMeterRegistry();
    final ReplicaPool pool;
    final VllmJudge judge;
    private final ScheduledExecutorService waking = Executors.newSingleThreadScheduledExecutor();

    public JudgeRig(Duration timeout, Duration stallAfter, StubReplica... replicas) {
        var addresses = Arrays.stream(replicas).map(StubReplica::address).toList();
        var properties = new VllmProperties("", timeout);
        var metrics = new JudgeMetrics(meters);
        pool = new ReplicaPool(Properties.of(addresses, 1, 0.7, stallAfter, Duration.ZERO), metrics, Clock.systemUTC());
        var client = new CompletionClient(new ChatCompletions(new JudgeProperties(MODEL)), properties);
        judge = new VllmJudge(pool, client, new UsualTime(pool), properties, Clock.systemUTC());
        waking.scheduleWithFixedDelay(pool::wake, 50, 50, TimeUnit.MILLISECONDS);
    }

    static Question question(Lane lane) {
        return question(lane, Instant.now(), null);
    }

    static Question question(Lane lane, Instant since, @Nullable Instant deadline) {
        return question(lane, since, deadline, "hola");
    }

    static Question question(Lane lane, Instant since, @Nullable Instant deadline, String chat) {
        return new Question(
                ID,
                1,
                new Question.Routing(lane, new Question.Timing(since, deadline), null, null),
                new Question.Wording(List.of(new Turn("system", "eres un juez"), new Turn("user", chat)), 10, SCHEMA),
                new Question.Sampling(MODEL, 0.2, 7, 1500));
    }

    double calls(StubReplica replica, String outcome) {
        return meters.get("judge.calls")
                .tag("replica", "127.0.0.1:" + replica.port())
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Override
    public void close() {
        waking.shutdownNow();
    }
}
