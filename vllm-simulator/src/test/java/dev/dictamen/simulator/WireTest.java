package dev.dictamen.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.testing.Chats;
import dev.dictamen.simulator.testing.Client;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of vLLM sees, field by field. */
class WireTest {
    private final VllmSimulator simulator = VllmSimulator.start(SimulatorOptions.instant());
    private final Client client = Client.of(simulator.port());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void answersWithEveryFieldOfVllmNullsIncluded() throws Exception {
        var answer = Client.json(client.ask("e1/1"));

        assertThat(names(answer))
                .isEqualTo("id,object,created,model,choices,service_tier,system_fingerprint,usage,prompt_logprobs,"
                        + "prompt_token_ids,prompt_text,kv_transfer_params,ec_transfer_params,metrics");
        var choice = answer.at("/choices/0");
        assertThat(names(choice))
                .isEqualTo("index,message,logprobs,finish_reason,stop_reason,token_ids,routed_experts");
        assertThat(names(choice.path("message")))
                .isEqualTo("role,content,refusal,annotations,audio,function_call,reasoning");
        assertThat(Stream.of("service_tier", "prompt_logprobs", "prompt_text", "metrics"))
                .allMatch(name -> answer.get(name).isNull());
        assertThat(answer.path("id").asString()).isEqualTo("chatcmpl-e1/1");
        assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
    }

    @Test
    void saysInItsFingerprintThatItSimulates() throws Exception {
        assertThat(Client.json(client.ask("e1/1")).path("system_fingerprint").asString())
                .matches("vllm-simulator-.+-[0-9a-f]{8}");
    }

    @Test
    void writesTheVerdictInTheOrderOfTheSchema() throws Exception {
        assertThat(names(Client.verdict(client.ask("e1/1")))).isEqualTo("reason,improvement,key_messages,score");

        var reversed = Client.body(Chats.SOLVED);
        reversed.withObject("/response_format/json_schema/schema")
                .set(
                        "properties",
                        JsonMapper.shared()
                                .readTree(
                                        "{\"score\":{\"type\":\"string\"},\"ok\":{\"type\":\"boolean\"},\"reason\":{\"type\":\"string\"}}"));
        assertThat(names(Client.verdict(client.send(client.chat("e1/2", reversed)))))
                .isEqualTo("score,ok,reason");
    }

    @Test
    void countsTokensAndCachesTheRubric() throws Exception {
        var first = Client.json(client.ask("e1/1")).path("usage");
        var second = Client.json(client.send(client.chat("e2/1", Client.body("sin chat"))))
                .path("usage");

        assertThat(first.path("total_tokens").asInt())
                .isEqualTo(first.path("prompt_tokens").asInt()
                        + first.path("completion_tokens").asInt());
        assertThat(first.at("/prompt_tokens_details/cached_tokens").asInt()).isZero();
        assertThat(second.at("/prompt_tokens_details/cached_tokens").asInt()).isPositive();
        assertThat(first.at("/completion_tokens_details/reasoning_tokens").asInt())
                .isPositive();
    }

    @Test
    void saysTheSameOfTheSameChat() throws Exception {
        assertThat(Client.content(client.ask("e1/1"))).isEqualTo(Client.content(client.ask("e2/1")));
    }

    @Test
    void findsTheChatInARepairToo() throws Exception {
        var repair = Client.body(Chats.SOLVED);
        repair.withArray("messages").addObject().put("role", "assistant").put("content", "[{\"x\":1}]");
        repair.withArray("messages").addObject().put("role", "user").put("content", "Responde de nuevo.");

        assertThat(Client.verdict(client.send(client.chat("e1/2", repair)))
                        .path("score")
                        .asString())
                .isEqualTo("great");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\":\"other\",\"messages\":[]} | 404 | NotFoundError | The model `other` does not exist.",
                "{\"stream\":true,\"messages\":[]} | 400 | Bad Request | does not stream",
                "{\"reasoning_effort\":\"none\",\"messages\":[]} | 400 | Bad Request | reasoning_effort",
                "{\"messages\":[]} | 400 | Bad Request | messages",
                "{ | 400 | Bad Request | json_invalid",
                "'' | 400 | Bad Request | missing"
            })
    void refusesAsVllmDoes(String body, int status, String type, String message) throws Exception {
        var answer = client.send(
                client.chat("e1/1", JsonMapper.shared().createObjectNode()).POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(status);
        var error = Client.json(answer).path("error");
        assertThat(error.path("type").asString()).isEqualTo(type);
        assertThat(error.path("message").asString()).contains(message);
        assertThat(error.path("code").asInt()).isEqualTo(status);
        assertThat(error.has("param")).isTrue();
    }

    @Test
    void refusesAPromptLongerThanItsWindow() throws Exception {
        var answer = client.send(client.chat("e1/1", Client.body("hola ".repeat(40_000))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("exceeds model's maximum context length (32768).");
    }

    @Test
    void cutsTheAnswerAtMaxTokens() throws Exception {
        var short1 = Client.body(Chats.SOLVED).put("max_completion_tokens", 80);
        var short2 = Client.body(Chats.SOLVED).put("max_completion_tokens", 20);

        assertThat(Client.choice(client.send(client.chat("e1/1", short1)))
                        .path("finish_reason")
                        .asString())
                .isEqualTo("length");
        assertThat(Client.choice(client.send(client.chat("e1/2", short2)))
                        .path("message")
                        .get("content")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT | TEXT named_metrics.kv_cache_usage_perc=",
                "json | JSON {\"named_metrics\": {\"kv_cache_usage_perc\": "
            })
    void tellsItsLoadWithAnAnswerThatAsksForIt(String format, String begin) throws Exception {
        var request = client.chat("e1/1", Client.body(Chats.SOLVED)).header("endpoint-load-metrics-format", format);

        assertThat(client.send(request).headers().firstValue("endpoint-load-metrics"))
                .hasValueSatisfying(value -> assertThat(value).startsWith(begin).contains("num_requests_waiting"));
        assertThat(client.ask("e1/2").headers().firstValue("endpoint-load-metrics"))
                .isEmpty();
    }

    @Test
    void tokenizes() throws Exception {
        var answer = Client.json(client.send(
                client.request("/tokenize").POST(BodyPublishers.ofString("{\"prompt\":\"Hola, buenos días\"}"))));

        assertThat(answer.path("count").asInt())
                .isPositive()
                .isEqualTo(answer.path("tokens").size());
        assertThat(answer.path("max_model_len").asInt()).isEqualTo(32768);
    }

    @Test
    void losesTheBodyOfAnH2cUpgrade() throws Exception {
        var http2 = new Client(
                simulator.port(),
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build());

        var answer = http2.ask("e1/1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'type': 'missing', 'loc': ('body',)");
    }

    @Test
    void tellsItsStateByVllmsPaths() throws Exception {
        client.ask("e1/1");

        var health = client.send(client.request("/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEmpty();
        assertThat(Client.json(client.send(client.request("/v1/models")))
                        .at("/data/0/id")
                        .asString())
                .isEqualTo("openai/gpt-oss-20b");
        assertThat(client.send(client.request("/version")).body()).contains("\"version\":\"");
        assertThat(client.send(client.request("/load")).body()).isEqualTo("{\"server_load\":0}");
        assertThat(client.metrics())
                .contains("vllm:num_requests_running{", "vllm:request_success_total{finished_reason=\"stop\",");
        assertThat(client.send(client.request("/nowhere")).statusCode()).isEqualTo(404);
        assertThat(client.send(client.request("/v1/chat/completions")).statusCode())
                .isEqualTo(405);
    }

    @Test
    void asksForItsKeyUnderV1Only() throws Exception {
        try (var guarded = VllmSimulator.start(SimulatorOptions.instant().with("--api-key=k1"))) {
            var stranger = Client.of(guarded.port());

            assertThat(stranger.ask("e1/1").statusCode()).isEqualTo(401);
            assertThat(stranger.ask("e1/1").body()).isEqualTo("{\"error\":\"Unauthorized\"}");
            assertThat(stranger.send(stranger.chat("e1/1", Client.body(Chats.SOLVED))
                                    .header("Authorization", "Bearer k1"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stranger.send(stranger.request("/health")).statusCode()).isEqualTo(200);
        }
    }

    private static String names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.joining(","));
    }
}
