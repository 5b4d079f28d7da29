package dev.dictamen.simulator.protocol;

import dev.dictamen.simulator.options.Flag;
import dev.dictamen.simulator.options.SimulatorOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of {@code POST /v1/chat/completions}, checked as vLLM checks it: unknown fields are ignored, a wrong one is a 400.
 *
 * @param turns role and text of each message
 * @param maxTokens most tokens of the answer, clamped to what the window leaves, as vLLM does for gpt-oss
 * @param schema the JSON schema asked for; null when there is none
 * @param drawing temperature and seed as they were sent
 */
public record ChatRequest(
        List<Turn> turns,
        int promptTokens,
        int maxTokens,
        long priority,
        @Nullable JsonNode schema,
        String drawing) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> EFFORTS = Set.of("low", "medium", "high");

    public record Turn(String role, String text) {}

    public static ChatRequest read(String body, SimulatorOptions options) throws RefusedException {
        var json = parse(body);
        requireKnownModel(json, options);
        requireSupported(json);
        var turns = turns(json.path("messages"));
        int promptTokens = Tokens.ofPrompt(turns.stream().map(Turn::text).toList());
        return new ChatRequest(
                turns,
                promptTokens,
                maxTokens(json, promptTokens, options.integer(Flag.MAX_MODEL_LEN)),
                json.path("priority").asLong(0),
                schema(json.path("response_format")),
                json.path("temperature") + " " + json.path("seed"));
    }

    public List<String> userTexts() {
        return textsOf("user").toList();
    }

    /** All that decides an answer but the chat: what the system is told, temperature and seed. */
    public String wayOfAsking() {
        return textsOf("system").collect(Collectors.joining("\n", "", "\n" + drawing));
    }

    private Stream<String> textsOf(String role) {
        return turns.stream().filter(turn -> turn.role().equals(role)).map(Turn::text);
    }

    private static JsonNode parse(String body) throws RefusedException {
        if (body.isBlank()) {
            throw refused("[{'type': 'missing', 'loc': ('body',), 'msg': 'Field required', 'input': None}]", null);
        }
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw refused("[{'type': 'json_invalid', 'loc': ('body',), 'msg': 'JSON decode error'}]", null);
        }
        throw refused(
                "[{'type': 'model_attributes_type', 'loc': ('body',), 'msg': 'Input should be an object'}]", null);
    }

    private static void requireKnownModel(JsonNode json, SimulatorOptions options) throws RefusedException {
        var model = json.path("model").asString("");
        if (!model.isEmpty() && !model.equals(options.get(Flag.SERVED_MODEL_NAME))) {
            throw new RefusedException(Errors.unknownModel(model));
        }
    }

    private static void requireSupported(JsonNode json) throws RefusedException {
        if (json.path("stream").asBoolean(false)) {
            throw refused("This simulator does not stream; send \"stream\": false.", "stream");
        }
        if (json.path("n").asInt(1) != 1) {
            throw refused("This simulator answers one choice; n must be 1.", "n");
        }
        var effort = json.path("reasoning_effort").asString("low");
        if (!EFFORTS.contains(effort)) {
            throw refused("reasoning_effort must be low, medium or high for this model, got '" + effort + "'", null);
        }
    }

    private static List<Turn> turns(JsonNode messages) throws RefusedException {
        if (!messages.isArray() || messages.isEmpty()) {
            throw refused("[{'type': 'missing', 'loc': ('body', 'messages'), 'msg': 'Field required'}]", "messages");
        }
        var turns = new ArrayList<Turn>();
        for (var message : messages) {
            var role = message.path("role").asString("");
            if (role.isEmpty()) {
                throw refused("[{'type': 'missing', 'loc': ('body', 'messages', 'role')}]", "messages");
            }
            turns.add(new Turn(role, text(message.path("content"))));
        }
        return turns;
    }

    /** A content is a string or a list of parts. */
    private static String text(JsonNode content) {
        return content.isArray()
                ? content.valueStream()
                        .map(part -> part.path("text").asString(""))
                        .collect(Collectors.joining("\n"))
                : content.asString("");
    }

    private static int maxTokens(JsonNode json, int promptTokens, int window) throws RefusedException {
        if (promptTokens > window) {
            throw new RefusedException(Errors.tooLong(promptTokens, window));
        }
        var asked = json.has("max_completion_tokens") ? json.get("max_completion_tokens") : json.path("max_tokens");
        int most = Math.min(window - promptTokens, asked.isNumber() ? asked.asInt() : Integer.MAX_VALUE);
        if (most < 1) {
            throw refused("max_tokens must be at least 1, got " + most + ".", "max_tokens");
        }
        return most;
    }

    private static @Nullable JsonNode schema(JsonNode format) throws RefusedException {
        return switch (format.path("type").asString("text")) {
            case "text", "json_object" -> null;
            case "json_schema" -> {
                var schema = format.path("json_schema").path("schema");
                if (!schema.isObject()) {
                    throw refused("response_format: json_schema.schema must be an object", "response_format");
                }
                yield schema;
            }
            default ->
                throw refused(
                        "response_format: this simulator knows text, json_object and json_schema", "response_format");
        };
    }

    private static RefusedException refused(String message, @Nullable String param) {
        return new RefusedException(Errors.badRequest(message, param));
    }
}
