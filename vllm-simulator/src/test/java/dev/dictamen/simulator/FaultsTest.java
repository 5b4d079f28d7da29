package dev.dictamen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.testing.Chats;
import dev.dictamen.simulator.testing.Client;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

/** Every way to go wrong, as the client sees it and as the journal tells it. */
class FaultsTest {
    private final VllmSimulator simulator = VllmSimulator.start(SimulatorOptions.instant());
    private final Client client = Client.of(simulator.port());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void nullContent() throws Exception {
        var answer = with("null_content");

        assertThat(Client.choice(answer).path("message").get("content").isNull())
                .isTrue();
        assertThat(finishReason(answer)).isEqualTo("stop");
    }

    @Test
    void length() throws Exception {
        var answer = with("length");

        assertThat(Client.choice(answer).path("message").get("content").isNull())
                .isTrue();
        assertThat(finishReason(answer)).isEqualTo("length");
        assertThat(Client.json(answer).at("/usage/completion_tokens").asInt()).isEqualTo(1500);
    }

    @Test
    void abortComesWithHttp200() throws Exception {
        var answer = with("abort");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(finishReason(answer)).isEqualTo("abort");
    }

    @Test
    void invalidJson() throws Exception {
        var answer = with("invalid_json");

        assertThat(Client.content(answer)).startsWith("{");
        assertThatThrownBy(() -> Client.verdict(answer)).isInstanceOf(JacksonException.class);
    }

    @Test
    void twoObjectsOfWhichTheLastIsRight() throws Exception {
        var lines = Client.content(with("two_objects")).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("\"score\":\"good\"");
        assertThat(lines.getLast()).isEqualTo(Client.content(client.ask("right/1")));
    }

    @Test
    void englishText() throws Exception {
        assertThat(Client.verdict(with("english_text")).path("reason").asString())
                .startsWith("The agent");
    }

    @Test
    void overlongReason() throws Exception {
        assertThat(Client.verdict(with("overlong_reason")).path("reason").asString())
                .hasSizeGreaterThan(500);
    }

    @Test
    void whitespaceRunaway() throws Exception {
        var answer = with("whitespace_runaway");

        assertThat(Client.content(answer)).endsWith(" ".repeat(100));
        assertThat(finishReason(answer)).isEqualTo("length");
    }

    @Test
    void outOfRangeIndex() throws Exception {
        assertThat(Client.verdict(with("out_of_range_index")).path("key_messages"))
                .anyMatch(index -> index.asInt() > 4);
    }

    @Test
    void customerIndex() throws Exception {
        assertThat(Client.verdict(with("customer_index")).path("key_messages"))
                .anyMatch(index -> index.asInt() % 2 == 0);
    }

    @Test
    void wrongEnum() throws Exception {
        assertThat(Client.verdict(with("wrong_enum")).path("score").asString()).isEqualTo("excellent");
    }

    @ParameterizedTest
    @CsvSource({
        "harmony_500, 500, InternalServerError",
        "queue_503, 503, QueueOverflowError",
        "rate_429, 429, RateLimitError",
        "bad_request_400, 400, BadRequestError",
        "server_error_500, 500, InternalServerError"
    })
    void errorStatuses(String fault, int status, String type) throws Exception {
        var answer = with(fault);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Client.json(answer).at("/error/type").asString()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negative_index | key_messages | [-1]",
                "float_index | key_messages | [1.5]",
                "duplicate_index | key_messages | [1,1,1]",
                "wrong_case | score | \" Great \"",
                "empty_reason | reason | \"  \""
            })
    void oneFieldIsBroken(String fault, String field, String value) throws Exception {
        assertThat(Client.verdict(with(fault)).path(field)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({"fenced, ```json, ```", "extra_text, Aquí está, verdad}.", "harmony_tail, <|channel|>final, ''"})
    void theObjectIsNotAlone(String fault, String begin, String end) throws Exception {
        assertThat(Client.content(with(fault))).startsWith(begin).endsWith(end).contains("\"reason\"");
    }

    @Test
    void contradictoryObjectsOfWhichTheFirstIsRight() throws Exception {
        var lines = Client.content(with("contradictory_objects")).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo(Client.content(client.ask("right/1")));
        assertThat(lines.getLast()).contains("\"score\":\"good\"");
    }

    @Test
    void garbageIsNoJson() throws Exception {
        var answer = with("garbage");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void aCutBodyEndsWithTheConnection() {
        simulator.configure("--failure-types=cut_body");

        assertThatThrownBy(() -> client.ask("e1/1")).isInstanceOf(IOException.class);
    }

    @Test
    void connectionReset() throws Exception {
        simulator.configure("--failure-types=connection_reset");

        assertThatThrownBy(() -> client.ask("e1/1")).isInstanceOf(IOException.class);
        assertThat(client.journal())
                .anyMatch(entry -> entry.path("fault").asString("").equals("connection_reset"));
    }

    @Test
    void slowDripIsRightInTheEnd() throws Exception {
        simulator.configure("--failure-types=slow_drip", "--slow-drip-time=120ms");

        assertThat(Client.verdict(client.ask("e1/1")).path("score").asString()).isEqualTo("great");
    }

    @Test
    void hangKeepsItsSlotUntilTheClientGoesWhileHealthStays200() throws Exception {
        simulator.configure("--failure-types=hang");
        var hanging = client.askAsync("e1/1");
        await().until(() ->
                client.metrics().contains("num_requests_running{engine=\"0\",model_name=\"openai/gpt-oss-20b\"} 1.0"));

        assertThat(client.send(client.request("/health")).statusCode()).isEqualTo(200);
        hanging.cancel(true);

        await().until(() -> !client.journal().isEmpty());
        var entry = client.journal().getFirst();
        assertThat(entry.path("outcome").asString()).isEqualTo("aborted");
        assertThat(entry.path("fault").asString()).isEqualTo("hang");
        assertThat(client.send(client.request("/load")).body()).isEqualTo("{\"server_load\":0}");
    }

    @Test
    void aFaultOfFirstAttemptsLetsARepairSucceed() throws Exception {
        client.configure(
                "{\"failure-types\":[\"null_content\"],\"failure-injection-rate\":100,\"failure-first-attempt-only\":true}");

        assertThat(Client.content(client.ask("e1/1"))).isEmpty();
        assertThat(Client.content(client.ask("e1/2"))).isNotEmpty();
        assertThat(client.journal())
                .extracting(entry -> entry.path("evaluationId").asString()
                        + " " + entry.path("attempt").asInt()
                        + " " + entry.path("outcome").asString())
                .containsExactly("e1 1 fault", "e1 2 completed");
    }

    @Test
    void aRateHitsTheSameRequestsAgain() throws Exception {
        client.configure("{\"failure-types\":[\"null_content\"],\"failure-injection-rate\":50}");

        var once = IntStream.range(0, 20).mapToObj(i -> contentOf("r" + i)).toList();
        var again = IntStream.range(0, 20).mapToObj(i -> contentOf("r" + i)).toList();

        assertThat(again).isEqualTo(once).contains("");
        assertThat(once).anyMatch(content -> !content.isEmpty());
    }

    @Test
    void aFaultForOneChatSparesTheOthers() throws Exception {
        client.configure("{\"failure-types\":[\"wrong_enum\"],\"failure-only-containing\":\"9999\"}");

        assertThat(Client.verdict(client.ask("e1/1")).path("score").asString()).isEqualTo("great");
        var marked = Client.body(Chats.SOLVED.replace("4471", "9999"));
        assertThat(Client.verdict(client.send(client.chat("e2/1", marked)))
                        .path("score")
                        .asString())
                .isEqualTo("excellent");
    }

    @ParameterizedTest
    @CsvSource({"429, 429", "500, 500", "rate_429, 429", "harmony-500, 500", "nonsense, 400"})
    void aHeaderIsAFaultOfOneCall(String value, int status) throws Exception {
        var request = client.chat("e1/1", Client.body(Chats.SOLVED)).header("X-Return-Error", value);

        assertThat(client.send(request).statusCode()).isEqualTo(status);
        assertThat(client.ask("e1/2").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongChangeChangesNothing() throws Exception {
        var refused = client.configure("{\"failure-types\":[\"hang\"],\"max-num-seqs\":0}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("max-num-seqs");
        assertThat(client.configure("{\"port\":1}").statusCode()).isEqualTo(400);
        assertThat(client.configure("[").statusCode()).isEqualTo(400);
        assertThat(client.ask("e1/1").statusCode()).isEqualTo(200);
    }

    @Test
    void unhealthyOnRequest() throws Exception {
        client.configure("{\"healthy\":false}");

        assertThat(client.send(client.request("/health")).statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> with(String fault) throws Exception {
        assertThat(client.configure("{\"failure-types\":[\"" + fault + "\"]}").statusCode())
                .isEqualTo(200);
        var answer = client.ask("e1/1");
        client.configure("{\"failure-types\":[]}");
        var entry = client.journal().getLast();
        assertThat(entry.path("fault").asString()).isEqualTo(fault);
        assertThat(entry.path("outcome").asString()).isEqualTo("fault");
        return answer;
    }

    private String contentOf(String requestId) {
        return Client.content(client.askAsync(requestId).join());
    }

    private static String finishReason(HttpResponse<String> answer) {
        return Client.choice(answer).path("finish_reason").asString();
    }
}
