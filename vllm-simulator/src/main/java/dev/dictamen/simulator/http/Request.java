package dev.dictamen.simulator.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A whole HTTP request.
 *
 * @param receivedAt when its last byte was here
 * @param keepAlive whether the client wants to go on with this connection
 */
public record Request(
        String method, String path, HttpHeaders headers, String body, boolean keepAlive, Instant receivedAt) {
    static Request of(FullHttpRequest message, Instant receivedAt) {
        return new Request(
                message.method().name(),
                new QueryStringDecoder(message.uri()).path(),
                message.headers(),
                message.content().toString(StandardCharsets.UTF_8),
                HttpUtil.isKeepAlive(message),
                receivedAt);
    }

    /** A header's value, or the empty string. */
    public String header(String name) {
        return headers.get(name, "");
    }

    /** Whether the client tries HTTP/2 on clear text, whereupon vLLM's server loses the body. */
    public boolean asksForH2c() {
        return headers.containsValue("Upgrade", "h2c", true);
    }
}
