package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The promise of 30 seconds: raised when a live chat waits for longer, cleared when its final outcome is there. */
class SloIT {
    private static final Gateway GATEWAY = Gateway.shared();
    private final Client admin = GATEWAY.admin();

    @BeforeEach
    void clear() {
        GATEWAY.clear();
        awaitBreached(false);
    }

    @Test
    void isBreachedUntilTheFinalOutcomeIsThere() {
        chat("late", 50, 45);

        awaitBreached(true);
        assertThat(slo().path("objectiveSeconds").asInt()).isEqualTo(30);
        assertThat(slo().path("late").asInt()).isEqualTo(1);
        assertThat(slo().path("oldestSeconds").asInt()).isBetween(45, 200);
        assertThat(slo().path("since").asString()).endsWith("Z");
        assertThat(metrics()).contains("dictamen_slo_breached 1.0");

        evaluation("late", 1, 0);
        evaluation("late-too", 1, 1);
        assertThat(slo().path("breached").asBoolean()).isTrue();
        GATEWAY.run("UPDATE evaluation SET finality = 1, provisional = FALSE");

        awaitBreached(false);
        assertThat(slo().path("since").isNull()).isTrue();
        assertThat(slo().path("oldestSeconds").isNull()).isTrue();
        assertThat(metrics()).contains("dictamen_slo_breached 0.0");
    }

    @Test
    void anOutcomeOfAnOldRevisionIsNoOutcome() {
        chat("again", 50, 45);
        GATEWAY.run("UPDATE chat SET revision = 2");
        evaluation("again", 1, 1);

        awaitBreached(true);
    }

    @Test
    void promisesNothingForTheBacklogNorBeforeTheTime() {
        chat("backlog", 4000, 60);
        chat("young", 20, 10);
        chat("seen-late", 500, 10);
        chat("without-close", null, 60);

        awaitBreached(true);
        assertThat(slo().path("late").asInt()).isEqualTo(1);
    }

    private JsonNode slo() {
        return admin.get("/api/status").json().path("slo");
    }

    private String metrics() {
        return admin.getManagement("/actuator/prometheus").text();
    }

    private void awaitBreached(boolean breached) {
        await().atMost(LiveClient.PATIENCE)
                .untilAsserted(
                        () -> assertThat(slo().path("breached").asBoolean()).isEqualTo(breached));
    }

    private static void chat(String id, @Nullable Integer closedSecondsAgo, int ingestedSecondsAgo) {
        var closed = closedSecondsAgo == null ? "NULL" : "UTC_TIMESTAMP(3) - INTERVAL " + closedSecondsAgo + " SECOND";
        GATEWAY.run("INSERT INTO chat (chat_id, revision, source, closed_at, ingested_at, message_count, messages,"
                + " attributes) VALUES ('" + id + "', 1, 'import', " + closed
                + ", UTC_TIMESTAMP(3) - INTERVAL " + ingestedSecondsAgo + " SECOND, 1, '[]', '{}')");
    }

    private static void evaluation(String id, int revision, int finality) {
        GATEWAY.run("INSERT INTO evaluation (chat_id, run_id, evaluation_id, revision, outcome, score, simulated,"
                + " attempts, ingested_at, started_at, evaluated_at, provisional, finality) VALUES ('" + id
                + "', 'live', '0123', " + revision + ", 'scored', 'bad', FALSE, 0, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),"
                + " UTC_TIMESTAMP(3), " + (finality == 0) + ", " + finality + ")");
    }
}
