package dev.dictamen.stack.source;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ingest-service's check of its source, as its API has it. */
final class IngestCheck {
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final URI address;
    private final String apiKey;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    IngestCheck(URI address, String apiKey) {
        this.address = address;
        this.apiKey = apiKey;
    }

    /** ingest-service does not do it; the sentence says why. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean isMisuse;

        RefusedException(String sentence, boolean isMisuse) {
            super(sentence);
            this.isMisuse = isMisuse;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }

        /** Whether what was asked for makes no sense. */
        boolean isMisuse() {
            return isMisuse;
        }
    }

    /** The report of the check that has begun. @throws RefusedException where none begins */
    JsonNode begin(@Nullable String since, boolean onlyLook) throws IOException, InterruptedException {
        var query = "?onlyLook=" + onlyLook
                + (since == null ? "" : "&since=" + URLEncoder.encode(since, StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(address + query)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** How far it is. */
    JsonNode report() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(
                request.timeout(CALL).header("X-Api-Key", apiKey).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == NOT_FOUND) {
            throw new RefusedException("No database is followed: SOURCE_URL names none (docs/sources.md)", false);
        }
        if (answer.statusCode() >= BAD_REQUEST) {
            throw new RefusedException(detail(answer), answer.statusCode() == BAD_REQUEST);
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String detail(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("detail")
                    .asString("ingest-service answered " + answer.statusCode());
        } catch (JacksonException noJson) {
            return "ingest-service answered " + answer.statusCode();
        }
    }
}
