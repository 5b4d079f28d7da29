package dev.dictamen.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Topics;
import dev.dictamen.gateway.testing.Browser;
import dev.dictamen.gateway.testing.Evaluations;
import dev.dictamen.gateway.testing.GatewayTest;
import dev.dictamen.gateway.testing.Tab;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;

/** The live socket from the topic to a browser. */
@GatewayTest
class LiveSocketIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<String, Object> kafka;

    @Autowired
    private Topics topics;

    @Autowired
    private LiveHub hub;

    @BeforeEach
    void waitForEarlierTabsToBeGone() {
        await().atMost(PATIENCE).until(() -> hub.size() == 0);
    }

    @Test
    void refusesASocketWithoutATokenOrWithAWrongOne() {
        assertThat(refusal(null, Browser.ORIGIN)).isEqualTo(401);
        assertThat(refusal("x.y.z", Browser.ORIGIN)).isEqualTo(401);
        assertThat(refusal(Browser.OPERATOR_TOKEN, Browser.ORIGIN)).isEqualTo(403);
    }

    @Test
    void refusesAnotherSitesPageWhateverItsToken() {
        assertThat(refusal(new Browser(port).adminToken(), "https://evil.example"))
                .isEqualTo(403);
    }

    @Test
    void aPublishedEvaluationReachesTheBrowserAndAReplayDoesNot() {
        Tab tab = open();
        String chatId = "live-" + UUID.randomUUID();
        publish(Evaluations.scored(chatId + "-replayed", "another-run"));
        publish(Evaluations.scored(chatId, Evaluation.LIVE_RUN));

        await().atMost(PATIENCE).until(() -> tab.chatIds().contains(chatId));

        assertThat(tab.subprotocol()).isEqualTo("dictamen.v1");
        assertThat(tab.frames("hello").getFirst().get("exp").asLong()).isPositive();
        assertThat(tab.chatIds()).doesNotContain(chatId + "-replayed");
        var item = tab.frames("evaluations").getLast().get("items").get(0);
        assertThat(item.get("score").asString()).isEqualTo("bad");
        assertThat(item.get("simulated").asBoolean()).isTrue();
        assertThat(item.get("evaluatedAt").asString()).endsWith("Z");
        tab.cut();
    }

    @Test
    void aBrowserThatComesBackMissesNothing() {
        Tab before = open();
        String run = UUID.randomUUID() + "-";
        List<String> published = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            published.add(publish(Evaluations.scored(run + number, Evaluation.LIVE_RUN)));
        }
        await().atMost(PATIENCE).until(() -> before.chatIds().containsAll(published));
        String cursor = before.frames("hello").getFirst().get("cursor").asString();
        before.cut();
        for (int number = 20; number < 60; number++) {
            published.add(publish(Evaluations.scored(run + number, Evaluation.LIVE_RUN)));
        }

        Tab after = open();
        after.send("{\"type\":\"resume\",\"cursor\":\"" + cursor + "\"}");

        await().atMost(PATIENCE).until(() -> after.chatIds().containsAll(published));
        assertThat(after.frames("reset")).isEmpty();
        after.cut();
    }

    @Test
    void aCursorOfAnotherStreamIsResetAndNonsenseEndsTheSocket() {
        Tab tab = open();
        tab.send("{\"type\":\"resume\",\"cursor\":\"" + new StreamCursor("another", Map.of(0, 0L)).encode() + "\"}");
        await().atMost(PATIENCE).until(() -> !tab.frames("reset").isEmpty());

        tab.send("{\"type\":\"drop table\"}");

        await().atMost(PATIENCE).until(() -> tab.closed().isDone());
        assertThat(tab.closed().join()).isEqualTo(1008);
    }

    @Test
    void theSixthSocketOfAUserIsOneTooMany() {
        List<Tab> tabs = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            tabs.add(open());
        }

        await().atMost(PATIENCE)
                .until(() -> tabs.stream().anyMatch(tab -> tab.closed().isDone()));
        assertThat(tabs.stream()
                        .filter(tab -> tab.closed().isDone())
                        .map(tab -> tab.closed().join()))
                .contains(4429);
        tabs.forEach(Tab::cut);
    }

    @Test
    void aTokenIsRenewedInBandAndSigningOutEndsTheSocket() {
        var browser = new Browser(port);
        Browser.Answer login = browser.login(Browser.ADMIN, Browser.PASSWORD);
        Tab tab = Tab.open(port, login.body().get("accessToken").asString(), Browser.ORIGIN)
                .join();
        tab.send("{\"type\":\"auth\",\"token\":\"" + browser.adminToken() + "\"}");
        await().atMost(PATIENCE).until(() -> !tab.frames("auth_ok").isEmpty());

        browser.post("/api/auth/logout", null, null, login.refreshCookie());

        await().atMost(PATIENCE).until(() -> tab.closed().isDone());
        assertThat(tab.closed().join()).isEqualTo(4403);
    }

    private Tab open() {
        return Tab.open(port, new Browser(port).adminToken(), Browser.ORIGIN).join();
    }

    private int refusal(@Nullable String token, String origin) {
        int[] status = new int[1];
        assertThatThrownBy(() -> Tab.open(port, token, origin).join())
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> status[0] = e.getResponse().statusCode());
        return status[0];
    }

    private String publish(Evaluation evaluation) {
        kafka.send(topics.evaluation(), evaluation.chatId(), evaluation).join();
        return evaluation.chatId();
    }
}
