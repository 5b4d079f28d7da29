package dev.dictamen.simulator.protocol;

import dev.dictamen.simulator.http.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** vLLM's error answers: {@code {"error":{"message","type","param","code"}}}. */
public final class Errors {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<Integer, String> TYPES = Map.of(
            400, "BadRequestError",
            404, "NotFoundError",
            429, "RateLimitError",
            500, "InternalServerError",
            501, "NotImplementedError",
            503, "QueueOverflowError");

    private Errors() {}

    public static Response of(int status, String type, String message, @Nullable String param) {
        var body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("param", param)
                .put("code", status);
        return Response.json(status, body);
    }

    /** An invalid field, JSON that is none, or no body. */
    public static Response badRequest(String message, @Nullable String param) {
        return of(400, "Bad Request", message, param);
    }

    static Response unknownModel(String model) {
        return of(404, "NotFoundError", "The model `" + model + "` does not exist.", "model");
    }

    static Response tooLong(int tokens, int window) {
        return of(
                400,
                "BadRequestError",
                "Input length (" + tokens + ") exceeds model's maximum context length (" + window + ").",
                null);
    }

    /** vLLM's flat form, without an object. */
    public static Response unauthorized() {
        return Response.json(401, JSON.createObjectNode().put("error", "Unauthorized"));
    }

    /** A fault asked for by status. */
    public static Response injected(int status) {
        return status == 401
                ? unauthorized()
                : of(status, TYPES.getOrDefault(status, "Error"), "Simulated error " + status, null);
    }

    public static Response queueFull() {
        return of(503, "QueueOverflowError", "The waiting queue is full.", null);
    }

    public static Response rateLimited() {
        return of(429, "RateLimitError", "Rate limit reached.", null);
    }

    /** A refusal without a cause in the request. */
    public static Response refusedForNothing() {
        return of(400, "BadRequestError", "Simulated refusal.", null);
    }

    public static Response serverError() {
        return of(500, "InternalServerError", "EngineCore encountered an issue.", null);
    }

    public static Response harmony() {
        return of(500, "InternalServerError", "HarmonyError: unexpected tokens remaining in message header", null);
    }
}
