package dev.dictamen.simulator.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Talks to a simulator on this machine, by HTTP/1.1 unless told otherwise. */
public record Client(int port, HttpClient http) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"required":["reason","improvement","key_messages","score"],
             "properties":{"reason":{"type":"string"},"improvement":{"type":"string"},
              "key_messages":{"type":"array","items":{"type":"integer","minimum":0}},
              "score":{"type":"string","enum":["horrible","bad","neutral","good","great"]}}}""";

    public static Client of(int port) {
        return new Client(
                port,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** The body that the worker sends. */
    public static ObjectNode body(String user) {
        var body = JSON.createObjectNode();
        body.put("model", "openai/gpt-oss-20b").put("stream", false).put("max_completion_tokens", 1500);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", "Eres un experto en satisfacción. ".repeat(20));
        messages.addObject().put("role", "user").put("content", user);
        body.putObject("response_format")
                .put("type", "json_schema")
                .putObject("json_schema")
                .put("name", "evaluation")
                .set("schema", JSON.readTree(SCHEMA));
        return body;
    }

    public HttpRequest.Builder chat(String requestId, JsonNode body) {
        return request("/v1/chat/completions")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", requestId)
                .POST(BodyPublishers.ofString(body.toString()));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> ask(String requestId) throws IOException, InterruptedException {
        return send(chat(requestId, body(Chats.SOLVED)));
    }

    public CompletableFuture<HttpResponse<String>> askAsync(String requestId) {
        return sendAsync(chat(requestId, body(Chats.SOLVED)));
    }

    public HttpResponse<String> configure(String json) throws IOException, InterruptedException {
        return send(request("/admin/config").POST(BodyPublishers.ofString(json)));
    }

    public List<JsonNode> journal() throws IOException, InterruptedException {
        return send(request("/admin/journal"))
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    public String metrics() throws IOException, InterruptedException {
        return send(request("/metrics")).body();
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    public static JsonNode choice(HttpResponse<String> response) {
        return json(response).at("/choices/0");
    }

    /** The content as it is; empty when it is null. */
    public static String content(HttpResponse<String> response) {
        return choice(response).at("/message/content").asString("");
    }

    public static JsonNode verdict(HttpResponse<String> response) {
        return JSON.readTree(content(response));
    }
}
