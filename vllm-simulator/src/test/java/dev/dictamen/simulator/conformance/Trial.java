package dev.dictamen.simulator.conformance;

import dev.dictamen.simulator.testing.Client;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call and what came of it.
 *
 * @param content the answer's text; empty when it was null
 * @param tokens tokens of the answer
 * @param took from the request to the whole answer
 */
record Trial(int status, String content, int tokens, Duration took) {
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(the|customer|should|was|with|agent)\\b");

    static Trial of(HttpResponse<String> response, Duration took) {
        if (response.statusCode() != 200) {
            return new Trial(response.statusCode(), "", 0, took);
        }
        int tokens = Client.json(response).at("/usage/completion_tokens").asInt(0);
        return new Trial(200, Client.content(response), tokens, took);
    }

    /** {@code calls} calls with this body, at most {@code atOnce} of them at a time. */
    static List<Trial> run(Target target, JsonNode body, String id, int calls, int atOnce) throws InterruptedException {
        var permits = new Semaphore(atOnce);
        var pending = new ArrayList<CompletableFuture<Trial>>();
        for (int i = 0; i < calls; i++) {
            permits.acquire();
            long start = System.nanoTime();
            pending.add(target.sendAsync(target.chat(id + "-" + i, body))
                    .thenApply(response -> of(response, Duration.ofNanos(System.nanoTime() - start)))
                    .exceptionally(failure -> new Trial(0, "", 0, Duration.ZERO))
                    .whenComplete((trial, failure) -> permits.release()));
        }
        return pending.stream().map(CompletableFuture::join).toList();
    }

    boolean isEmpty() {
        return content.isBlank();
    }

    boolean isJson() {
        return !verdict().isEmpty();
    }

    /** Whether reason or improvement has at least three English words outside quotation marks. */
    boolean isEnglish() {
        var text = verdict().path("reason").asString("") + " "
                + verdict().path("improvement").asString("");
        return ENGLISH.matcher(text.replaceAll("«[^»]*»|\"[^\"]*\"|“[^”]*”", ""))
                        .results()
                        .count()
                >= 3;
    }

    String score() {
        return verdict().path("score").asString("none");
    }

    private JsonNode verdict() {
        var json = JsonMapper.shared();
        try {
            var read = json.readTree(content);
            return read.isObject() ? read : json.createObjectNode();
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }
}
