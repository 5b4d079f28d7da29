package dev.dictamen.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.testing.guarantee.OneRowPerChat;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every replica is down for three minutes while chats go on closing: nothing is lost, and the model has the last word. */
@EnabledIfSystemProperty(
        named = "dictamen.long",
        matches = "true",
        disabledReason = "takes minutes: ./dictamen test --long")
class OutageIT {
    private static final int PER_SECOND = 8;
    private static final Duration OUTAGE = Duration.ofMinutes(3);
    private static final Duration CAUGHT_UP = Duration.ofMinutes(5);
    /** A poll takes some chats of one partition at a time, so the order is that of the chats within this. */
    private static final long MOST_OVERTAKEN_SECONDS = 45;

    @Test
    void chatsWaitAreJudgedByRulesMeanwhileAndCaughtUpOldestFirst() throws Exception {
        try (var stack = RunningStack.start(StackHome.fresh("outage"));
                var rows = new StoredRows(stack)) {
            var replicas = Replicas.of(stack);
            var feed = LiveFeed.start(stack, "outage", PER_SECOND);
            await().atMost(Duration.ofMinutes(1)).until(() -> rows.scoredByModel("outage-") > 20);

            replicas.goDown();
            var down = Instant.now();
            await().atMost(Duration.ofMinutes(2)).until(() -> rows.provisional("outage-") > 100);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> stack.status().at("/slo/breached").asBoolean());
            await().atMost(OUTAGE.plusMinutes(1)).until(() -> Instant.now().isAfter(down.plus(OUTAGE)));
            replicas.comeBack();
            var up = Instant.now();
            feed.close();

            int closed = feed.accepted().count();
            await().atMost(CAUGHT_UP)
                    .untilAsserted(
                            () -> assertThat(rows.scoredByModel("outage-")).isEqualTo(closed));
            feed.accepted().holdsFor(rows.evaluated("outage-"));
            assertThat(rows.provisional("outage-"))
                    .as("provisional verdicts that are left")
                    .isZero();
            OneRowPerChat.holdsFor(rows.evaluated("outage-"));
            assertThat(rows.mostOvertakenSeconds("outage-", down, up)).isLessThanOrEqualTo(MOST_OVERTAKEN_SECONDS);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(stack.ledger().isComplete()).isTrue();
                assertThat(stack.status().at("/slo/breached").asBoolean()).isFalse();
            });
            System.out.printf(
                    "outage: %d chats, caught up %s after the replicas were back, overtaken by at most %d s%n",
                    closed, Duration.between(up, Instant.now()), rows.mostOvertakenSeconds("outage-", down, up));
        }
    }
}
