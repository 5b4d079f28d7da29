package dev.dictamen.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.simulator.testing.Chats;
import dev.dictamen.simulator.testing.Client;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts of vLLM's HTTP that the worker relies on; the same for the simulator and for a real server. */
class ConformanceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Target target = Target.open();

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void anAnswerHasItsFieldsInThePlacesWhereTheWorkerLooks() throws Exception {
        var answer = Client.json(target.send(target.chat("conformance-1", Target.body(Chats.SOLVED))));

        assertThat(answer.path("id").asString()).isEqualTo("chatcmpl-conformance-1");
        assertThat(answer.path("object").asString()).isEqualTo("chat.completion");
        assertThat(answer.path("model").asString()).isEqualTo(Target.model());
        assertThat(answer.path("choices").size()).isEqualTo(1);
        assertThat(answer.at("/choices/0/finish_reason").asString()).isIn("stop", "length");
        var usage = answer.path("usage");
        assertThat(usage.path("total_tokens").asInt())
                .isEqualTo(usage.path("prompt_tokens").asInt()
                        + usage.path("completion_tokens").asInt())
                .isPositive();
        assertThat(answer.has("system_fingerprint")).isTrue();
        assertThat(answer.path("system_fingerprint").asString("vllm-")).startsWith("vllm-");
    }

    @Test
    void aSchemaGivesTheOrderAndTheScale() throws Exception {
        var verdict = Client.verdict(target.send(target.chat("conformance-2", Target.body(Chats.SOLVED))));

        assertThat(verdict.propertyStream().map(Map.Entry::getKey))
                .containsExactly("reason", "improvement", "key_messages", "score");
        assertThat(verdict.path("score").asString()).isIn("horrible", "bad", "neutral", "good", "great");
        assertThat(verdict.path("key_messages")).allMatch(JsonNode::isInt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\":\"no-such-model\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | 404",
                "{ | 400",
                "'' | 400",
                "{\"messages\":\"x\"} | 400"
            })
    void anErrorIsAnObjectWithItsStatus(String body, int status) throws Exception {
        var answer =
                target.send(target.chat("conformance-3", JsonMapper.shared().createObjectNode())
                        .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Client.json(answer).at("/error/code").asInt()).isEqualTo(status);
        assertThat(Client.json(answer).at("/error/message").asString("")).isNotEmpty();
    }

    @Test
    void anEffortThatHarmonyDoesNotKnowIsRefused() throws Exception {
        var body = Target.body(Chats.SOLVED).put("reasoning_effort", "none");

        assertThat(target.send(target.chat("conformance-4", body)).statusCode()).isEqualTo(400);
    }

    @Test
    void aPriorityIsTakenAndAnUnknownFieldIgnored() throws Exception {
        var body = Target.body(Chats.SOLVED).put("no_such_field", true).put("priority", 10);

        assertThat(target.send(target.chat("conformance-5", body)).statusCode()).isEqualTo(200);
    }

    @Test
    void theServerTellsItsState() throws Exception {
        var health = target.get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEmpty();
        var card = Client.json(target.get("/v1/models")).at("/data/0");
        assertThat(card.path("id").asString()).isEqualTo(Target.model());
        assertThat(card.path("owned_by").asString()).isEqualTo("vllm");
        assertThat(card.path("max_model_len").asInt()).isPositive();
        assertThat(Client.json(target.get("/version")).path("version").asString(""))
                .isNotEmpty();
    }

    @Test
    void theMetricsHaveTheNamesThatTheRouterReads() throws Exception {
        target.send(target.chat("conformance-6", Target.body(Chats.SOLVED)));

        assertThat(Stream.of(
                        "vllm:num_requests_running",
                        "vllm:num_requests_waiting",
                        "vllm:kv_cache_usage_perc",
                        "vllm:generation_tokens_total",
                        "vllm:prompt_tokens_total",
                        "vllm:request_success_total",
                        "vllm:e2e_request_latency_seconds_count"))
                .allMatch(name -> target.metric(name) >= 0);
    }

    @Test
    void aClientThatGoesFreesItsSlot() {
        double before = target.metric("vllm:num_requests_running");
        var slow = Target.body("Escribe una historia muy larga.").put("max_completion_tokens", 1400);
        slow.remove("response_format");
        var calls = List.of(
                target.sendAsync(target.chat("conformance-7", slow)),
                target.sendAsync(target.chat("conformance-8", slow)));
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> target.metric("vllm:num_requests_running") > before);

        calls.forEach(call -> call.cancel(true));

        await().atMost(PATIENCE).until(() -> target.metric("vllm:num_requests_running") <= before);
    }

    @Test
    void anUpgradeToHttp2LosesTheBody() throws Exception {
        try (var http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var answer = http2.send(
                    target.chat("conformance-9", Target.body(Chats.SOLVED)).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("missing", "body");
        }
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        try (var socket = new Socket(target.base().getHost(), target.base().getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(150).toMillis());
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: conformance\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200");
        }
    }
}
