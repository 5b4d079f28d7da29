package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ReplicaCommand;
import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.testing.kafka.TestBroker;
import dev.dictamen.testing.kafka.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replicas for everybody; draining and resuming them for admins and the operator's token. */
class ReplicasIT {
    private static final Gateway GATEWAY = withUsers();
    private static final Pipeline PIPELINE = new Pipeline();
    private static final Client ADMIN = GATEWAY.admin();

    private static Gateway withUsers() {
        var gateway = Gateway.shared();
        gateway.addUser("onlooker", "viewer", "[]");
        gateway.addUser("boss", "supervisor", "[]");
        return gateway;
    }

    @AfterAll
    static void stop() {
        PIPELINE.close();
    }

    @BeforeEach
    void report() {
        report("w-1", 3, new ReplicaStatus.Pace(900L, 2100L, 40, 7, 1, 2));
        report("w-2", 4, new ReplicaStatus.Pace(950L, 1900L, 20, 3, 0, 2));
        PIPELINE.flush();
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(
                        () -> assertThat(replica(ADMIN).path("workers").asInt()).isEqualTo(2));
    }

    private static void report(String worker, int inFlight, ReplicaStatus.Pace pace) {
        PIPELINE.send(new ReplicaStatus(
                "gpu-7:8000",
                worker,
                ReplicaStatus.State.READY,
                ReplicaStatus.Breaker.CLOSED,
                inFlight,
                32,
                pace,
                null,
                true,
                null,
                Instant.now()));
    }

    @Test
    void everyRoleSeesEachReplicaAsAllWorkersTogetherFindIt() {
        var replica = replica(new Client(GATEWAY).signedIn("onlooker"));

        assertThat(replica.path("state").asString()).isEqualTo("ready");
        assertThat(replica.path("breaker").asString()).isEqualTo("closed");
        assertThat(replica.path("inFlight").asInt()).isEqualTo(7);
        assertThat(replica.path("cap").asInt()).isEqualTo(64);
        assertThat(replica.path("p50Millis").asInt()).isEqualTo(950);
        assertThat(replica.path("p95Millis").asInt()).isEqualTo(2100);
        assertThat(replica.path("tokensPerSecond").asDouble()).isEqualTo(60);
        assertThat(replica.path("wasted").asInt()).isEqualTo(1);
        assertThat(replica.path("simulated").asBoolean()).isTrue();
        assertThat(replica.path("reports").size()).isEqualTo(2);
        assertThat(replica.path("reports").get(0).path("worker").asString()).isEqualTo("w-1");
    }

    @Test
    void anAdminsOrderReachesTheWorkersAndTheAuditLog() {
        var drained = ADMIN.post("/api/replicas/gpu-7:8000/drain", "");
        assertThat(drained.status()).isEqualTo(202);
        assertThat(drained.json().path("action").asString()).isEqualTo("drain");
        assertThat(lastCommand().action()).isEqualTo(ReplicaCommand.Action.DRAIN);
        assertThat(lastCommand().issuedBy()).isEqualTo("admin");

        assertThat(ADMIN.post("/api/replicas/gpu-7%3A8000/resume", "").status()).isEqualTo(202);
        assertThat(lastCommand().replica()).isEqualTo("gpu-7:8000");
        assertThat(lastCommand().action()).isEqualTo(ReplicaCommand.Action.RESUME);
        assertThat(GATEWAY.rows("SELECT action FROM audit_log WHERE actor = 'admin' AND target = 'gpu-7:8000'"))
                .extracting(row -> row.get("action"))
                .contains("replica_drain", "replica_resume");
    }

    @Test
    void theOperatorsTokenListsAndOrders() {
        var operator = new Client(GATEWAY);

        assertThat(operator.getWith("/api/replicas", Gateway.OPERATOR_TOKEN).status())
                .isEqualTo(200);
        assertThat(operator.post(
                                "/api/replicas/gpu-7:8000/resume",
                                "",
                                "Authorization",
                                "Bearer " + Gateway.OPERATOR_TOKEN)
                        .status())
                .isEqualTo(202);
        assertThat(lastCommand().issuedBy()).isEqualTo("operator");
    }

    @Test
    void nobodyElseOrders() {
        for (var user : List.of("onlooker", "boss")) {
            var answer = new Client(GATEWAY).signedIn(user).post("/api/replicas/gpu-7:8000/drain", "");
            assertThat(answer.status()).as(user).isEqualTo(403);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
        }
        var anyone = new Client(GATEWAY);
        assertThat(anyone.post("/api/replicas/gpu-7:8000/drain", "").status()).isEqualTo(401);
        assertThat(anyone.get("/api/replicas").status()).isEqualTo(401);
    }

    @Test
    void aReplicaThatNoWorkerReportsIsNotFoundAndThoseThatAreAreNamed() {
        var answers = Map.of("gpu-9:8000", 404, "gpu-7", 404, "%00", 400, "..%2f", 400, "'%20OR%201=1", 404);
        answers.forEach((unknown, status) -> {
            var answer = ADMIN.post("/api/replicas/" + unknown + "/drain", "");
            assertThat(answer.status()).as(unknown).isEqualTo(status);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
        });
        assertThat(ADMIN.post("/api/replicas/gpu-9:8000/drain", "")
                        .json()
                        .path("detail")
                        .asString())
                .contains("gpu-7:8000");
    }

    private static JsonNode replica(Client client) {
        return client.get("/api/replicas")
                .json()
                .valueStream()
                .filter(found -> found.path("replica").asString().equals("gpu-7:8000"))
                .findFirst()
                .orElse(JsonMapper.shared().createObjectNode());
    }

    private static ReplicaCommand lastCommand() {
        var addresses = TestBroker.shared().addresses();
        try (var commands = TopicReader.of(addresses, ReplicaCommand.class, Pipeline.TOPICS.replicaCommand())) {
            return commands.values().getLast();
        }
    }
}
