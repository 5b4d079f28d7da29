package dev.dictamen.stack.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as the gateway does on prompts and replays. It has one replay, whose quote is the test's: its quote is counted with
 * the second look, and once it runs each look finds a third more done.
 */
public final class FakeReplays extends FakeServer {
    public static final String TOKEN = "the-operators-token";
    public static final String ID = "r-20261128-k3xq";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CONFIRM_ABOVE = 1000;

    private final FakePrompts prompts = new FakePrompts();
    private final List<String> asked = new ArrayList<>();
    private JsonNode order = JSON.createObjectNode();
    private String state = "quoting";
    private long willRun = 300;
    private long done;
    private boolean counts = true;
    private String comparison = "{}";
    private @Nullable String explanation;
    private @Nullable String why;

    public FakeReplays() throws IOException {
        super("/api");
    }

    /** What its quote says. */
    public void quote(long chats, @Nullable String reason) {
        willRun = chats;
        explanation = reason;
    }

    /** Its quote never comes. */
    public void neverCount() {
        counts = false;
    }

    public void haveNoneLive() {
        prompts.haveNoneLive();
    }

    public void become(String newState, long newDone, @Nullable String reason) {
        state = newState;
        done = newDone;
        why = reason;
    }

    public void compareAs(String json) {
        comparison = json;
    }

    /** The order of the replay, as it came. */
    public synchronized JsonNode order() {
        return order;
    }

    /** What changes something, as it came: path, then body. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    synchronized Answer answer(HttpExchange request) throws IOException {
        if (!("Bearer " + TOKEN).equals(request.getRequestHeaders().getFirst("Authorization"))) {
            return new Answer(401, "{\"detail\":\"not signed in\"}");
        }
        var address = request.getRequestURI();
        var path = address.getPath().substring("/api".length());
        if (request.getRequestMethod().equals("GET")) {
            return path.startsWith("/prompts")
                    ? prompts.get(path.substring("/prompts".length()))
                    : get(path.substring("/replays".length()), Objects.requireNonNullElse(address.getQuery(), ""));
        }
        var body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((path + " " + body).strip());
        return path.startsWith("/prompts")
                ? prompts.post(path.substring("/prompts".length()), body)
                : post(path.substring("/replays".length()), body);
    }

    private Answer get(String path, String query) {
        return switch (path) {
            case "" -> new Answer(200, "[" + replay() + "]");
            case "/" + ID -> new Answer(200, look());
            case "/" + ID + "/comparison" -> compared(query);
            case "/" + ID + "/export" -> new Answer(200, "chatId," + query + "\nc-1,ñ\n");
            default -> unknown();
        };
    }

    private Answer compared(String query) {
        return query.endsWith("=live")
                ? new Answer(200, comparison)
                : new Answer(404, "{\"detail\":\"no replay to compare with: " + query + "\"}");
    }

    private static Answer unknown() {
        return new Answer(404, "{\"detail\":\"no such replay; ./dictamen replay list names them\"}");
    }

    private Answer post(String path, String body) {
        return switch (path) {
            case "" -> create(JSON.readTree(body));
            case "/chat-ids" -> chatIds(body);
            case "/" + ID + "/start" -> start(JSON.readTree(body));
            case "/" + ID + "/pause" -> changed("paused");
            case "/" + ID + "/resume" -> changed("running");
            case "/" + ID + "/cancel" -> changed("cancelled");
            case "/" + ID + "/rate" -> changed(state);
            case "/" + ID + "/promote" ->
                state.equals("finished")
                        ? new Answer(200, prompts.live("2026-12-1"))
                        : new Answer(409, "{\"detail\":\"only a finished replay is promoted\"}");
            default -> unknown();
        };
    }

    private Answer create(JsonNode newOrder) {
        var version = newOrder.path("ask").path("promptVersion").asString("");
        if (!prompts.isKnown(version)) {
            return new Answer(
                    400, "{\"detail\":\"no prompt version %s; there are 2026-12-1, 2026-11-3\"}".formatted(version));
        }
        order = newOrder;
        return new Answer(201, replay());
    }

    private Answer start(JsonNode body) {
        if (!state.equals("quoted")) {
            return new Answer(409, "{\"detail\":\"it is %s, not quoted\"}".formatted(state));
        }
        if (willRun > CONFIRM_ABOVE && body.path("confirmedTotal").asLong() != willRun) {
            return new Answer(409, "{\"detail\":\"confirm %d chats\"}".formatted(willRun));
        }
        return changed("running");
    }

    private Answer changed(String newState) {
        state = newState;
        return new Answer(202, replay());
    }

    /** A line that begins with a brace names a chat by what follows it. */
    private static Answer chatIds(String body) {
        var answer = JSON.createObjectNode();
        var ids = answer.putArray("chatIds");
        var rejected = answer.putArray("rejected");
        var lines = body.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith("{")) {
                ids.add(JSON.readTree(lines.get(line)).path("id").asString());
            } else {
                rejected.addObject().put("line", line + 1).put("reason", "no JSON object");
            }
        }
        return new Answer(200, answer.put("lines", lines.size()).toString());
    }

    private String look() {
        var found = replay();
        if (state.equals("quoting") && counts) {
            state = "quoted";
        } else if (state.equals("running")) {
            done = Math.min(willRun, done + willRun / 3);
            state = done == willRun ? "finished" : "running";
        }
        return found;
    }

    private String replay() {
        var replay = JSON.createObjectNode()
                .put("id", ID)
                .put("name", "November again")
                .put("state", state)
                .put("total", willRun)
                .put("done", done)
                .put("failed", done > 0 ? 2 : 0)
                .put("skipped", 0)
                .put("rate", 19.84)
                .put("secondsLeft", 88)
                .put("why", why)
                .put("underWay", 12)
                .put("needsConfirmation", willRun > CONFIRM_ABOVE)
                .put("confirmAbove", CONFIRM_ABOVE)
                .put("mode", "compare")
                .put("createdBy", "ana")
                .put("createdAt", "2026-11-28T10:00:00Z");
        replay.set("ask", JSON.createObjectNode().put("promptVersion", "2026-12-1"));
        replay.set("selection", order.path("selection").deepCopy());
        replay.set("quote", state.equals("quoting") ? JSON.nullNode() : JSON.readTree(quote()));
        return replay.toString();
    }

    private String quote() {
        var quote = JSON.createObjectNode()
                .put("matched", willRun + 52)
                .put("superseded", 12)
                .put("alreadyJudged", 40)
                .put("notFound", 0)
                .put("willRun", willRun)
                .put("explanation", explanation)
                .put("at", "2026-11-28T10:00:00Z");
        quote.putObject("cost")
                .put("tokensIn", 935_000)
                .put("tokensOut", 188_500)
                .put("gpuSeconds", 260.5)
                .put("money", 0.184)
                .put("currency", "USD")
                .put("seconds", 31);
        return quote.toString();
    }
}
