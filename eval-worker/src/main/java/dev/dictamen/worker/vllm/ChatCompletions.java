package dev.dictamen.worker.vllm;

import dev.dictamen.contract.Usage;
import dev.dictamen.worker.judge.Completion;
import dev.dictamen.worker.judge.JudgeProperties;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.Question.Turn;
import dev.dictamen.worker.replicas.Ending;
import dev.dictamen.worker.replicas.Trouble;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of {@code POST /v1/chat/completions}: what vLLM is sent, and what its answers mean. */
class ChatCompletions {
    private static final int BULK_PRIORITY = 10;
    private static final int SHOWN = 200;
    private static final int NOT_FOUND = 404;
    /** How a validation error begins to quote the request. */
    private static final Pattern INPUT = Pattern.compile("['\"]input['\"]");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** About as long as a body is. */
    private static final int BODY_BYTES = 16_384;

    private final String usualModel;
    /** The system messages as JSON: one for each version of the prompt. */
    private final Map<String, SerializedString> rubrics = new ConcurrentHashMap<>();

    ChatCompletions(JudgeProperties judge) {
        this.usualModel = judge.model();
    }

    /** UTF-8. Written in one go, since it is most of what is sent, and the rubric in it is the same every time. */
    byte[] requestBody(Question question) {
        var sampling = question.sampling();
        var bytes = new ByteArrayOutputStream(BODY_BYTES);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject()
                    .writeStringProperty("model", sampling.model())
                    .writeBooleanProperty("stream", false)
                    .writeStringProperty("reasoning_effort", "low")
                    .writeNumberProperty("temperature", sampling.temperature())
                    .writeNumberProperty("top_p", 1.0)
                    .writeNumberProperty("seed", sampling.seed())
                    .writeNumberProperty("max_completion_tokens", sampling.maxTokens())
                    .writeNumberProperty("priority", question.routing().lane() == Lane.LIVE ? 0 : BULK_PRIORITY)
                    .writeArrayPropertyStart("messages");
            for (var turn : question.wording().turns()) {
                json.writeStartObject().writeStringProperty("role", turn.role()).writeName("content");
                write(turn, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            writeFormat(question.wording().schema(), json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void write(Turn turn, JsonGenerator json) {
        if (turn.role().equals("system")) {
            json.writeString(rubrics.computeIfAbsent(turn.content(), SerializedString::new));
        } else {
            json.writeString(turn.content());
        }
    }

    private static void writeFormat(String schema, JsonGenerator json) {
        json.writeObjectPropertyStart("response_format")
                .writeStringProperty("type", "json_schema")
                .writeObjectPropertyStart("json_schema")
                .writeStringProperty("name", "evaluation")
                .writeBooleanProperty("strict", true)
                .writeName("schema")
                .writeRawValue(schema)
                .writeEndObject()
                .writeEndObject();
    }

    /** What the answer to this question means. */
    Ending ending(Question question, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == NOT_FOUND && !question.sampling().model().equals(usualModel)) {
            return new Ending.Unserved("HTTP 404: " + errorOf(response.body()));
        }
        return switch (status) {
            case 200 -> completion(response.body());
            case 400, 413, 422 -> new Ending.Refused("HTTP " + status + ": " + errorOf(response.body()));
            case 408, 425, 429, 503 -> new Ending.Failed(Trouble.BUSY, "HTTP " + status);
            default -> new Ending.Failed(troubleOf(status), "HTTP " + status);
        };
    }

    private static Trouble troubleOf(int status) {
        return switch (status) {
            case 401, 403 -> Trouble.WRONG_KEY;
            case NOT_FOUND -> Trouble.WRONG_MODEL;
            default -> status >= 500 ? Trouble.BROKEN : Trouble.MISCONFIGURED;
        };
    }

    private static Ending completion(String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException e) {
            return new Ending.Failed(Trouble.NO_COMPLETION, "HTTP 200 without JSON");
        }
        var choice = answer.path("choices").path(0);
        var finishReason = choice.path("finish_reason").asString("");
        if (finishReason.equals("abort")) {
            return new Ending.Failed(Trouble.BUSY, "HTTP 200 with finish_reason abort");
        }
        if (choice.isMissingNode()) {
            return new Ending.Failed(Trouble.NO_COMPLETION, "HTTP 200 without a choice");
        }
        var message = choice.path("message");
        var content = contentOf(message);
        return new Ending.Answered(new Completion(
                content,
                content == null || content.isBlank() ? objectElsewhere(message) : null,
                finishReason,
                textOf(answer.path("model")),
                textOf(answer.path("system_fingerprint")),
                usageOf(answer.path("usage"))));
    }

    /** A text, or the texts of its parts. */
    private static @Nullable String contentOf(JsonNode message) {
        var content = message.path("content");
        return content.isArray()
                ? content.valueStream()
                        .map(part -> part.path("text").asString(""))
                        .collect(Collectors.joining())
                : textOf(content);
    }

    /** What a server that takes an answer for something else leaves of it there; null where that holds no object. */
    private static @Nullable String objectElsewhere(JsonNode message) {
        return Stream.of(
                        message.path("reasoning"),
                        message.path("reasoning_content"),
                        message.path("tool_calls").path(0).path("function").path("arguments"),
                        message.path("function_call").path("arguments"))
                .map(node -> node.asString(""))
                .filter(text -> text.indexOf('{') >= 0)
                .findFirst()
                .orElse(null);
    }

    private static Usage usageOf(JsonNode usage) {
        return new Usage(
                usage.path("prompt_tokens").asInt(0),
                usage.path("prompt_tokens_details").path("cached_tokens").asInt(0),
                usage.path("completion_tokens_details").path("reasoning_tokens").asInt(0),
                usage.path("completion_tokens").asInt(0));
    }

    private static @Nullable String textOf(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    /** The server's words, up to where they might repeat what was sent: {@code error} is an object or a plain string. */
    private static String errorOf(String body) {
        try {
            var error = JSON.readTree(body).path("error");
            var message =
                    error.isString() ? error.asString() : error.path("message").asString("");
            var own = INPUT.split(message, 2)[0];
            return own.codePointCount(0, own.length()) <= SHOWN
                    ? own
                    : own.substring(0, own.offsetByCodePoints(0, SHOWN)) + "…";
        } catch (JacksonException e) {
            return "no JSON in the answer";
        }
    }
}
