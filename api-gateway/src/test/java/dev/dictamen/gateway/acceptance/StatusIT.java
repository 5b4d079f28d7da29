package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ReplicaStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** How the pipeline fares, for supervisors and for the operator's token. */
class StatusIT {
    private static final Gateway GATEWAY = new Gateway("status");
    private static final Topic TOPIC = new Topic();
    private final Client admin = new Client(GATEWAY).signedIn("admin");

    @AfterAll
    static void stop() {
        TOPIC.close();
        GATEWAY.close();
    }

    @Test
    void theStatusHasLedgerLagPerGroupAndReplicas() {
        var status = admin.get("/api/status").json();
        assertThat(status.propertyNames()).containsExactlyInAnyOrder("ledger", "topics", "replicas");
        assertThat(status.path("topics")
                        .valueStream()
                        .map(row -> row.path("group").asString() + " "
                                + row.path("topic").asString()))
                .contains(
                        "dictamen-gate support.chat.found.v1",
                        "eval-worker-live support.chat.closed.v1",
                        "eval-worker-bulk support.chat.backlog.v1",
                        "eval-worker-bulk support.chat.replay.v1",
                        "result-sink-chats support.chat.closed.v1",
                        "result-sink-chats support.chat.backlog.v1",
                        "result-sink-evaluations support.chat.evaluation.v1");
        status.path("topics")
                .forEach(row -> assertThat(row.path("lag").isNumber()).isTrue());
    }

    @Test
    void theLagGrowsWithWhatAGroupHasNotRead() {
        long before = lag("result-sink-evaluations");
        for (int i = 0; i < 7; i++) {
            TOPIC.send(Topic.scored("lag-" + i, "Ventas", Instant.now()));
        }
        TOPIC.flush();
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(() -> assertThat(lag("result-sink-evaluations")).isEqualTo(before + 7));
    }

    private long lag(String group) {
        return admin.get("/api/status")
                .json()
                .path("topics")
                .valueStream()
                .filter(row -> row.path("group").asString().equals(group))
                .mapToLong(row -> row.path("lag").asLong())
                .sum();
    }

    @Test
    void replicasAreTheirNewestReportAndSilentOnesAreLeftOut() {
        report("new:1", 1, Instant.now());
        report("new:1", 5, Instant.now());
        report("old:1", 2, Instant.now().minus(Duration.ofSeconds(30)));
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(() ->
                        assertThat(replica("new:1").path("inFlight").asInt()).isEqualTo(5));
        assertThat(replica("new:1").propertyNames())
                .containsExactlyInAnyOrder("replica", "worker", "state", "inFlight", "cap", "simulated", "reportedAt");
        assertThat(replica("new:1").path("state").asString()).isEqualTo("ready");
        assertThat(replica("old:1").isMissingNode()).isTrue();
    }

    private static void report(String replica, int inFlight, Instant at) {
        TOPIC.send(new ReplicaStatus(replica, "w-1", ReplicaStatus.State.READY, inFlight, 64, true, at));
        TOPIC.flush();
    }

    private JsonNode replica(String name) {
        return admin.get("/api/status")
                .json()
                .path("replicas")
                .valueStream()
                .filter(found -> found.path("replica").asString().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    @Test
    void theOperatorsTokenOpensStatusAndLedgerAndNothingElse() {
        var anyone = new Client(GATEWAY);
        assertThat(anyone.getWith("/api/status", Gateway.OPERATOR_TOKEN).status())
                .isEqualTo(200);
        assertThat(anyone.getWith("/api/ledger", Gateway.OPERATOR_TOKEN).status())
                .isEqualTo(200);
        for (var path : new String[] {"/api/evaluations", "/api/chats/x", "/api/auth/me"}) {
            assertThat(anyone.getWith(path, Gateway.OPERATOR_TOKEN).status())
                    .as(path)
                    .isIn(401, 403);
        }
        assertThat(anyone.getWith("/api/status", Gateway.OPERATOR_TOKEN + "x").status())
                .isEqualTo(401);
        assertThat(anyone.getWith("/api/status", null).status()).isEqualTo(401);
        assertThat(anyone.getWith("/api/status", "").status()).isEqualTo(401);
    }
}
