package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.contract.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** How the pipeline fares, for supervisors and for the operator's token. */
class StatusIT {
    private static final Gateway GATEWAY = Gateway.shared();
    private static final Pipeline PIPELINE = new Pipeline();
    private final Client admin = GATEWAY.admin();

    @AfterAll
    static void stop() {
        PIPELINE.close();
    }

    @Test
    void theStatusHasLedgerLagPerGroupReplicasAndSources() {
        var status = admin.get("/api/status").json();
        assertThat(status.propertyNames()).containsExactlyInAnyOrder("ledger", "slo", "topics", "replicas", "sources");
        assertThat(status.path("topics")
                        .valueStream()
                        .map(row -> row.path("group").asString() + " "
                                + row.path("topic").asString()))
                .containsExactly(
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
            PIPELINE.sendScored("lag-" + i, "Ventas");
        }
        PIPELINE.flush();
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
        reportReplica("new:1", 1, Instant.now());
        reportReplica("new:1", 5, Instant.now());
        reportReplica("old:1", 2, Instant.now().minus(Duration.ofSeconds(30)));
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(() -> assertThat(reported("replicas", "replica", "new:1")
                                .path("inFlight")
                                .asInt())
                        .isEqualTo(5));
        assertThat(reported("replicas", "replica", "new:1").propertyNames())
                .containsExactlyInAnyOrder(
                        "replica",
                        "worker",
                        "state",
                        "breaker",
                        "inFlight",
                        "cap",
                        "pace",
                        "bulk",
                        "simulated",
                        "setupFault",
                        "reportedAt");
        assertThat(reported("replicas", "replica", "new:1").path("state").asString())
                .isEqualTo("ready");
        assertThat(reported("replicas", "replica", "old:1").isMissingNode()).isTrue();
    }

    private static void reportReplica(String replica, int inFlight, Instant at) {
        PIPELINE.send(new ReplicaStatus(
                replica,
                "w-1",
                ReplicaStatus.State.READY,
                ReplicaStatus.Breaker.CLOSED,
                inFlight,
                64,
                ReplicaStatus.Pace.NONE,
                null,
                true,
                null,
                at));
        PIPELINE.flush();
    }

    @Test
    void sourcesAreTheirNewestReportAndSilentOnesAreLeftOut() {
        reportSource("crm", 2, Instant.now());
        reportSource("crm", 0, Instant.now());
        reportSource("gone", 1, Instant.now().minus(Duration.ofSeconds(30)));
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(() -> assertThat(reported("sources", "source", "crm")
                                .path("waiting")
                                .asInt(-1))
                        .isZero());
        var source = reported("sources", "source", "crm");
        assertThat(source.path("state").asString()).isEqualTo("following");
        assertThat(source.path("vanished").asInt()).isEqualTo(3);
        assertThat(source.at("/scan/total").asInt()).isEqualTo(120);
        assertThat(reported("sources", "source", "gone").isMissingNode()).isTrue();
    }

    private static void reportSource(String source, long waiting, Instant at) {
        var scan = new SourceStatus.Scan(at.minus(Duration.ofDays(90)), 48, 120, null);
        PIPELINE.send(new SourceStatus(
                source, "ingest-1", SourceStatus.State.FOLLOWING, null, null, at, waiting, 9, 3, 0, null, scan, at));
        PIPELINE.flush();
    }

    private JsonNode reported(String board, String key, String name) {
        return admin.get("/api/status")
                .json()
                .path(board)
                .valueStream()
                .filter(found -> found.path(key).asString().equals(name))
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
                    .isEqualTo(403);
        }
        assertThat(anyone.getWith("/api/status", Gateway.OPERATOR_TOKEN + "x").status())
                .isEqualTo(401);
        assertThat(anyone.getWith("/api/status", null).status()).isEqualTo(401);
        assertThat(anyone.getWith("/api/status", "").status()).isEqualTo(401);
    }
}
