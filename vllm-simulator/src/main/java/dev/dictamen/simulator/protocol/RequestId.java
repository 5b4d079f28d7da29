package dev.dictamen.simulator.protocol;

import dev.dictamen.simulator.http.Request;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The client's {@code X-Request-Id}, {@code <evaluation id>/<attempt>} where the client keeps to that.
 *
 * @param evaluationId what stands before the last slash, or all of it
 * @param attempt the number after the last slash, or 1
 */
public record RequestId(String text, String evaluationId, int attempt) {
    private static final Pattern WITH_ATTEMPT = Pattern.compile("(.+)/(\\d{1,6})");

    public static RequestId of(Request request) {
        var given = request.header("X-Request-Id");
        return of(given.isEmpty() ? UUID.randomUUID().toString().replace("-", "") : given);
    }

    static RequestId of(String text) {
        var matcher = WITH_ATTEMPT.matcher(text);
        return matcher.matches()
                ? new RequestId(text, matcher.group(1), Integer.parseInt(matcher.group(2)))
                : new RequestId(text, text, 1);
    }
}
