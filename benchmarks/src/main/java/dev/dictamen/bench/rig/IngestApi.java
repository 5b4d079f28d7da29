package dev.dictamen.bench.rig;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.testing.process.ServiceJar;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An ingest-service of a rig, and what is sent to it. */
public final class IngestApi implements AutoCloseable {
    static final String KEY = "a-key-of-the-benchmarks-only";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServiceJar service;
    private final URI chats;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    IngestApi(ServiceJar service, int port) throws URISyntaxException {
        this.service = service;
        this.chats = Loopback.uri(port).resolve("/v1/chats");
    }

    public ServiceJar service() {
        return service;
    }

    /** One chat by HTTP. */
    public void sendOne(ClosedChat chat) throws IOException, InterruptedException {
        sendOne(json(chat));
    }

    /** One chat, as {@link #json} writes it, by HTTP. */
    public void sendOne(String json) throws IOException, InterruptedException {
        send("application/json", json);
    }

    /** Chats by JSONL, in one request. */
    public void sendLines(List<ClosedChat> chats) throws IOException, InterruptedException {
        send("application/x-ndjson", chats.stream().map(IngestApi::json).collect(Collectors.joining("\n")));
    }

    private void send(String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(chats)
                .header("Content-Type", type)
                .header("X-Api-Key", KEY)
                .POST(BodyPublishers.ofString(body))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode() + " of ingest-service: " + response.body());
        }
    }

    /** The chat as a file for import has it. */
    public static String json(ClosedChat chat) {
        var root = JSON.createObjectNode().put("conversation_id", chat.chatId());
        root.putObject("meta")
                .put("agent_id", chat.subject().agentId())
                .put("team", chat.subject().team())
                .put("idioma", "es");
        var transcript = root.putArray("transcript");
        chat.messages()
                .forEach(message -> transcript
                        .addObject()
                        .put("role", message.role() == Role.CUSTOMER ? "user" : "assistant")
                        .put("content", message.text())
                        .put("timestamp", Objects.toString(message.sentAt())));
        return JSON.writeValueAsString(root);
    }

    @Override
    public void close() {
        client.close();
    }
}
