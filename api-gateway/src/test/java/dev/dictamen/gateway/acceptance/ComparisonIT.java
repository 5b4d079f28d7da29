package dev.dictamen.gateway.acceptance;

import static dev.dictamen.gateway.acceptance.Experiment.ADMIN;
import static dev.dictamen.gateway.acceptance.Experiment.CHATS;
import static dev.dictamen.gateway.acceptance.Experiment.EMPTY;
import static dev.dictamen.gateway.acceptance.Experiment.GATEWAY;
import static dev.dictamen.gateway.acceptance.Experiment.OTHER;
import static dev.dictamen.gateway.acceptance.Experiment.RUN;
import static dev.dictamen.gateway.acceptance.Experiment.SALES;
import static dev.dictamen.gateway.acceptance.Experiment.SCORES;
import static dev.dictamen.gateway.acceptance.Experiment.exported;
import static dev.dictamen.gateway.acceptance.Experiment.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dictamen.gateway.acceptance.Reckoning.Graded;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A replay beside the live run: what the gateway says of it equals what its own export gives. */
class ComparisonIT {
    private static Reckoning reckoning(
            List<JsonNode> lines, ToIntFunction<JsonNode> with, ToIntFunction<JsonNode> run) {
        return new Reckoning(lines.stream()
                .map(line -> new Graded(with.applyAsInt(line), run.applyAsInt(line)))
                .toList());
    }

    private static ToIntFunction<JsonNode> grade(String field) {
        return line -> SCORES.indexOf(line.path(field).asString()) + 1;
    }

    @Test
    void countsAndAgreementEqualThoseOfTheExport() {
        var comparison = ADMIN.get(path(RUN, "comparison")).json();
        var lines = exported(ADMIN, RUN);
        var expected = reckoning(lines, grade("withScore"), grade("runScore"));

        assertThat(lines).hasSize(CHATS);
        assertThat(comparison.path("compared").asInt()).isEqualTo(CHATS);
        for (int with = 1; with <= 5; with++) {
            for (int run = 1; run <= 5; run++) {
                assertThat(comparison
                                .at("/matrix/" + (with - 1) + "/" + (run - 1))
                                .asInt())
                        .as("%s to %s", with, run)
                        .isEqualTo(expected.count(with, run));
            }
        }
        var agreement = comparison.path("agreement");
        assertNumber(agreement.path("exact"), expected.shareWithin(0));
        assertNumber(agreement.path("withinOne"), expected.shareWithin(1));
        assertThat(agreement.path("flipped").asInt()).isPositive().isEqualTo((int)
                Math.round(CHATS * (1 - expected.shareWithin(0))));
        assertNumber(agreement.at("/kappaLinear/value"), expected.kappaLinear());
        assertNumber(agreement.at("/kappaQuadratic/value"), expected.kappaQuadratic());
        assertThat(agreement.at("/kappaQuadratic/low").asDouble()).isLessThan(expected.kappaQuadratic());
        assertNumber(comparison.at("/means/with"), expected.mean(Graded::with));
        assertNumber(comparison.at("/means/delta"), expected.mean(Graded::run) - expected.mean(Graded::with));
    }

    @Test
    void sharesEqualThoseOfTheExport() {
        var shares = ADMIN.get(path(RUN, "comparison")).json().path("shares");
        var expected = reckoning(exported(ADMIN, RUN), grade("withScore"), grade("runScore"));

        assertThat(shares.valueStream().map(share -> share.path("score").asString()))
                .isEqualTo(SCORES);
        for (int score = 1; score <= 5; score++) {
            var with = expected.share(Graded::with, score);
            var run = expected.share(Graded::run, score);
            var found = shares.get(score - 1);
            assertNumber(found.at("/with/share"), with);
            assertNumber(found.at("/run/share"), run);
            assertNumber(found.at("/run/low"), expected.wilson(run, false));
            assertNumber(found.at("/run/high"), expected.wilson(run, true));
            assertNumber(found.at("/difference/value"), run - with);
            assertThat(found.at("/difference/direction").asString()).isIn("up", "down", "same", "unknown");
        }
    }

    @Test
    void customersStandBesideBothSides() {
        var customers = ADMIN.get(path(RUN, "comparison")).json().path("customers");
        var rated = exported(ADMIN, RUN).stream()
                .filter(line -> line.path("csat").asString("").matches("[1-5]"))
                .toList();
        ToIntFunction<JsonNode> csat =
                line -> Integer.parseInt(line.path("csat").asString());
        var live = reckoning(rated, csat, grade("withScore"));
        var run = reckoning(rated, csat, grade("runScore"));

        assertThat(customers.path("count").asInt()).isEqualTo(CHATS / 4);
        assertNumber(customers.path("meanCsat"), live.mean(Graded::with));
        assertNumber(customers.at("/with/exact"), live.shareWithin(0));
        assertNumber(customers.at("/run/exact"), run.shareWithin(0));
        assertNumber(customers.at("/run/withinOne"), run.shareWithin(1));
        assertNumber(customers.at("/run/kappaQuadratic/value"), run.kappaQuadratic());
        assertThat(customers.at("/run/kappaQuadratic/low").isNull()).isTrue();
        assertNumber(customers.at("/run/mean"), run.mean(Graded::run));
    }

    private static void assertNumber(JsonNode found, double expected) {
        assertThat(found.isNumber()).as("%s, expected %s", found, expected).isTrue();
        assertThat(found.asDouble()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void whatOneSideAloneScoredForGoodAtThatRevisionIsCountedOnly() {
        var comparison = ADMIN.get(path(RUN, "comparison")).json();

        assertThat(comparison.path("onlyInRun").asInt()).isEqualTo(5);
        assertThat(comparison.path("onlyInWith").asInt()).isEqualTo(3);
    }

    @Test
    void namesBothSidesAndWhatTheyTook() {
        var comparison = ADMIN.get(path(RUN, "comparison?with=live")).json();

        assertThat(comparison.path("run").toString())
                .isEqualTo("{\"id\":\"" + RUN + "\",\"name\":\"Replay " + RUN
                        + "\",\"promptVersion\":\"v2\",\"model\":\"gpt\",\"simulated\":false}");
        assertThat(comparison.path("with").toString())
                .isEqualTo("{\"id\":\"live\",\"name\":\"live\",\"promptVersion\":\"v1\",\"model\":\"gpt\","
                        + "\"simulated\":true}");
        assertThat(comparison.path("usage").toString())
                .isEqualTo(
                        "{\"with\":{\"tokensIn\":6000,\"tokensCached\":600,\"tokensReasoning\":300,\"tokensOut\":1200,"
                                + "\"seconds\":2.5},\"run\":{\"tokensIn\":12000,\"tokensCached\":1800,\"tokensReasoning\":480,"
                                + "\"tokensOut\":2400,\"seconds\":4.25}}");
    }

    @Test
    void theCompositeIsOfTheRunsGradesAndTheSourcesFigures() {
        var comparison = ADMIN.get(path(RUN, "comparison")).json();
        var run = comparison.at("/composite/run");
        double mean = comparison.at("/means/run").asDouble();

        assertNumber(run.at("/components/score"), 0.35 * mean / 4.5);
        assertNumber(run.at("/components/resolution"), 0.175);
        assertNumber(run.at("/components/turns"), 0.075);
        assertThat(run.at("/components/latency").isNull()).isTrue();
        assertNumber(run.path("score"), 0.35 * mean / 4.5 + 0.25);
        assertThat(comparison.at("/figures/conversations").asInt()).isEqualTo(60);
    }

    @Test
    void aSupervisorComparesTheOwnTeamsChatsOnly() {
        var comparison = SALES.get(path(RUN, "comparison")).json();

        assertThat(comparison.path("compared").asInt()).isEqualTo(CHATS / 3);
        assertThat(comparison.path("onlyInRun").asInt()).isEqualTo(4);
        assertThat(comparison.path("figures").isNull()).isTrue();
        assertThat(exported(SALES, RUN)).hasSize(CHATS / 3);
        assertThat(SALES.get(path(RUN, "chats/chat-0")).status()).isEqualTo(200);
        assertThat(SALES.get(path(RUN, "chats/chat-1")).status()).isEqualTo(404);
        assertThat(SALES.get(path(RUN, "flipped?limit=200")).text()).doesNotContain("Facturación");
    }

    @Test
    void anEmptyComparisonSaysSoInsteadOfNumbers() {
        var comparison = ADMIN.get(path(EMPTY, "comparison")).json();

        assertThat(comparison.path("compared").asInt()).isZero();
        assertThat(comparison.at("/agreement/exact").isNull()).isTrue();
        assertThat(comparison.at("/agreement/kappaLinear").isNull()).isTrue();
        assertThat(comparison.at("/agreement/enough").asBoolean()).isFalse();
        assertThat(comparison.at("/means/delta").isNull()).isTrue();
        assertThat(comparison.at("/shares/0/run/low").isNull()).isTrue();
        assertThat(comparison.at("/shares/0/difference/direction").asString()).isEqualTo("unknown");
        assertThat(comparison.at("/usage/run/seconds").isNull()).isTrue();
        assertThat(comparison.path("customers").isNull()).isTrue();
        assertThat(comparison.at("/composite/run/components/score").isNull()).isTrue();
        assertThat(ADMIN.get(path(EMPTY, "export")).text())
                .startsWith("chatId,")
                .hasLineCount(1);
        assertThat(ADMIN.get(path(EMPTY, "export?format=jsonl")).text()).isEmpty();
        assertThat(ADMIN.get(path(EMPTY, "flipped")).text()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comparison", "flipped", "chats/chat-0", "export"})
    void aRunThatIsNotThereIsNotFoundOnEitherSide(String rest) {
        for (var path :
                new String[] {path("r-nobody-knows", rest), path("live", rest), path(RUN, rest + "?with=r-none")}) {
            var answer = ADMIN.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void whereNoReplaysAreKnownThereIsNothingToCompare() {
        var answer = Gateway.shared().admin().get(path(RUN, "comparison"));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void theOperatorReadsComparisonsButNoRawAnswer() {
        var client = new Client(GATEWAY);
        var compared = client.getWith(path(RUN, "comparison"), Gateway.OPERATOR_TOKEN);
        var chat = client.getWith(path(RUN, "chats/chat-4"), Gateway.OPERATOR_TOKEN);

        assertThat(compared.json().path("compared").asInt()).isEqualTo(CHATS);
        assertThat(chat.json().at("/run/rawAnswer").isNull()).isTrue();
        assertThat(client.getWith(path(RUN, "comparison"), null).status()).isEqualTo(401);
    }

    @Test
    void twoReplaysCanBeCompared() {
        var comparison = ADMIN.get(path(OTHER, "comparison?with=" + RUN)).json();

        assertThat(comparison.path("compared").asInt()).isZero();
        assertThat(comparison.path("onlyInRun").asInt()).isEqualTo(1);
        assertThat(comparison.path("onlyInWith").asInt()).isEqualTo(CHATS + 5);
        assertThat(comparison.at("/with/name").asString()).isEqualTo("Replay " + RUN);
    }
}
